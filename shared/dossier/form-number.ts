import type { ListForm } from '../lists/content.ts';
import type { FormNumber } from './acts/events.ts';

/** Numbered papers: forms of TT 03/2025/TT-VPCP, the office's own fee paper, papers over several dossiers, and the close of day. */
export type FormSeries =
  | 'guidance'
  | 'refusal'
  | 'extension'
  | 'stop'
  | 'control'
  | 'cash'
  | 'daySeal'
  | 'result'
  | ListForm;

const prefixes: Readonly<Record<FormSeries, string>> = {
  guidance: '02',
  refusal: '03',
  extension: '04',
  stop: '05',
  control: '06',
  cash: 'PT',
  daySeal: 'CS',
  result: 'VB',
  handOverList: 'BG',
  resultList: 'KQ',
  returnList: 'TR',
  readyList: 'GB',
  jointReceipt: 'TN',
};

/** A desk other than the first says which it is: two desks of an office, both without a line, never give out one number. */
const deskPart = (desk: number): string => (desk === 1 ? '' : `${desk}.`);

/** Number of a form within its series of the year and desk: "02-0007/2026" at the first desk, "02-2.0007/2026" at the second. */
export const formNumber = (form: FormSeries, { number, year, ofDesk = 1 }: FormNumber): string =>
  `${prefixes[form]}-${deskPart(ofDesk)}${String(number).padStart(4, '0')}/${year}`;

/** Number and symbol of a document the office issues: "07/GXN-UBND", "2.07/GXN-UBND" (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const documentNumber = (number: number, desk: number, symbol: string): string =>
  `${deskPart(desk)}${String(number).padStart(2, '0')}/${symbol}`;
