import type { CollectingAccount } from './account.ts';
import { isAmount } from './money.ts';

/**
 * VietQR made without a line: EMVCo's merchant-presented QR with NAPAS's account information (GUID A000000727, service QRIBFTTA).
 * A field is two digits of id, two of length, then its value.
 */
const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/** CRC-16/CCITT-FALSE (ISO/IEC 13239): polynomial 1021, from FFFF, over the text up to and with the CRC's own id and length. */
const crc = (text: string): string => {
  let sum = 0xffff;
  for (let at = 0; at < text.length; at += 1) {
    sum ^= text.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1) & 0xffff;
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
};

/** Longest transfer text some banks keep whole. */
const longestText = 19;

/**
 * What the payer's bank writes beside the money: the dossier code, letters and digits alone. Of a longer code its end is kept: the day
 * and the number are what tells two dossiers of one office apart.
 */
export const transferText = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(-longestText);

/** The text of the symbol. `amount` in whole đồng, above nought; throws RangeError on any other. */
export const vietQr = ({ bin, number }: CollectingAccount, code: string, amount: number): string => {
  if (!isAmount(amount) || amount === 0) throw new RangeError(`Not an amount to transfer: ${amount}`);
  const receiver = field('00', bin) + field('01', number);
  const body =
    field('00', '01') +
    // 12: for one payment of this amount.
    field('01', '12') +
    field('38', field('00', 'A000000727') + field('01', receiver) + field('02', 'QRIBFTTA')) +
    field('53', '704') +
    field('54', String(amount)) +
    field('58', 'VN') +
    field('62', field('08', transferText(code))) +
    '6304';
  return body + crc(body);
};
