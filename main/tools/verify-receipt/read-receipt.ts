import { readReceiptScan } from '../../../shared/forms/receipt-scan.ts';

/** What a citizen holds: the dossier's code and the ten characters of its row's hash. */
export interface ReceiptNamed {
  code: string;
  /** Lower case, ten hexadecimal characters. */
  witness: string;
}

/** "A64B 8EB1C8" or "a64b8eb1c8"; undefined when it is no witness. */
export const readWitness = (typed: string): string | undefined => {
  const witness = typed.replace(/\s+/g, '').toLowerCase();
  return /^[0-9a-f]{10}$/.test(witness) ? witness : undefined;
};

const label = /Mã\s*đối\s*chứng\s*(?<witness>[0-9A-F]{10})/i;
const codeOnPaper = /(?<code>[A-Z0-9][A-Z0-9.]{1,34}-\d{6}-\d{4})/;

/** From the code as typed or scanned (with or without address and key) and the witness as typed. */
export const receiptTyped = (scanned: string, typed: string): ReceiptNamed | undefined => {
  const code = readReceiptScan(scanned)?.code;
  const witness = readWitness(typed);
  return code !== undefined && witness !== undefined ? { code, witness } : undefined;
};

/** From the words of a receipt saved as PDF. */
export const receiptOnPages = (pages: readonly string[]): ReceiptNamed | undefined => {
  const words = pages.join('\n').normalize('NFC');
  const witness = label.exec(words)?.groups?.['witness'];
  const code = codeOnPaper.exec(words)?.groups?.['code'];
  return witness === undefined || code === undefined ? undefined : receiptTyped(code, witness);
};
