import { cleanText } from '../text/hygiene.ts';
import type { Problem } from '../text/problem.ts';

/** Where citizens transfer fees to: drawn into every VietQR. */
export interface CollectingAccount {
  /** The bank's six digits in NAPAS. */
  bin: string;
  number: string;
  holder: string;
}

/** The account as it may be used, or every field that needs a hand. */
export const checkAccount = (
  input: CollectingAccount,
): { account: CollectingAccount; problems: Problem[] } => {
  const problems: Problem[] = [];
  const bin = input.bin.trim();
  if (!/^9704\d{2}$/.test(bin)) problems.push({ field: 'bin', code: 'bankBin', params: {} });
  const number = input.number.replace(/[\s.-]/g, '').toUpperCase();
  if (!/^[A-Z0-9]{4,19}$/.test(number)) problems.push({ field: 'number', code: 'accountNumber', params: {} });
  const holder = cleanText(input.holder, { max: 100 });
  if (!holder.ok) problems.push({ field: 'holder', code: holder.fault.code, params: holder.fault.params });
  else if (holder.text === '') problems.push({ field: 'holder', code: 'required', params: {} });
  return { account: { bin, number, holder: holder.ok ? holder.text : '' }, problems };
};
