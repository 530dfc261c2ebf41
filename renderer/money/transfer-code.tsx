import { isAmount } from '../../shared/fees/money.ts';
import { useWords } from '../words.ts';
import { useTill } from './use-till.ts';
import { VietQr } from './viet-qr.tsx';

interface Props {
  code: string;
  amount: number;
}

/** The code for this dossier's money; one line where the office has no account, nothing while the amount is none. */
export const TransferCode = ({ code, amount }: Props) => {
  const say = useWords().money.qr;
  const { till } = useTill();
  if (till === null) return null;
  if (till.account === null) return <p className="hint">{say.none}</p>;
  if (!isAmount(amount) || amount === 0) return null;
  return <VietQr account={till.account} code={code} amount={amount} />;
};
