import { useMemo } from 'react';
import { encode } from 'uqr';
import type { CollectingAccount } from '../../shared/fees/account.ts';
import { bankName } from '../../shared/fees/banks.ts';
import { formatMoney } from '../../shared/fees/money.ts';
import { transferText, vietQr } from '../../shared/fees/viet-qr.ts';
import { useWords } from '../words.ts';
import classes from './viet-qr.module.css';

/** White modules around the symbol (ISO/IEC 18004). */
const quiet = 4;

const pathOf = (text: string): { side: number; path: string } => {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return { side: size + 2 * quiet, path };
};

interface Props {
  account: CollectingAccount;
  /** Of the dossier. */
  code: string;
  /** Đồng, above nought. */
  amount: number;
}

/** The code a payer scans, with what her app must show: bank, account, holder, amount, text. */
export const VietQr = ({ account, code, amount }: Props) => {
  const say = useWords().money.qr;
  const { side, path } = useMemo(() => pathOf(vietQr(account, code, amount)), [account, code, amount]);
  const text = transferText(code);
  return (
    <figure className={classes['code']}>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={say.alt({ amount: formatMoney(amount), text })}
      >
        <rect width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption>
        <strong>{formatMoney(amount)}</strong>
        <span>{say.account({ bank: bankName(account.bin), number: account.number })}</span>
        <span>{account.holder}</span>
        <span>
          {say.text}: <b>{text}</b>
        </span>
        <small>{say.hint}</small>
      </figcaption>
    </figure>
  );
};
