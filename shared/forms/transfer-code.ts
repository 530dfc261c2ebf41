import { bankName } from '../fees/banks.ts';
import { isAmount } from '../fees/money.ts';
import { transferText, vietQr } from '../fees/viet-qr.ts';
import type { PaperExtra } from './extra.ts';

/** A VietQR beside what it says, for a payer whose camera does not. */
export type TransferCode = { qr: string; bank: string; number: string; holder: string; text: string };

/** Null where nothing is owed or the office takes no transfers. */
export const transferCode = ({ account }: PaperExtra, code: string, amount: number): TransferCode | null =>
  account && isAmount(amount) && amount > 0
    ? {
        qr: vietQr(account, code, amount),
        bank: bankName(account.bin),
        number: account.number,
        holder: account.holder,
        text: transferText(code),
      }
    : null;
