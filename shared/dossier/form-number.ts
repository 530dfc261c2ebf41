import type { ListForm } from '../lists/content.ts';

/** Numbered papers: forms of TT 03/2025/TT-VPCP, the office's own fee paper, papers over several dossiers, and the close of day. */
export type FormSeries =
  'guidance' | 'refusal' | 'extension' | 'stop' | 'control' | 'cash' | 'daySeal' | ListForm;

const prefixes: Readonly<Record<FormSeries, string>> = {
  guidance: '02',
  refusal: '03',
  extension: '04',
  stop: '05',
  control: '06',
  cash: 'PT',
  daySeal: 'CS',
  handOverList: 'BG',
  resultList: 'KQ',
  returnList: 'TR',
  readyList: 'GB',
  jointReceipt: 'TN',
};

/** Number of a form within its series of the year and desk: "02-0007/2026". */
export const formNumber = (form: FormSeries, number: number, year: number): string =>
  `${prefixes[form]}-${String(number).padStart(4, '0')}/${year}`;
