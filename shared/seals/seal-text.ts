import { formNumber } from '../dossier/form-number.ts';
import type { Head } from '../journal/report.ts';
import type { DaysSealed } from './events.ts';

/** What a seal's page says of the journal, as its code and the line beneath it have it. */
export interface SealNamed {
  office: string;
  desk: number;
  /** "CS-0007/2026" */
  number: string;
  /** First and last row covered, both included. */
  from: number;
  to: number;
  head: Head;
}

/** The text of the code on a seal's page, read by a telephone or out of the PDF: fields apart by `;`, without a space. */
export const sealText = (sealed: DaysSealed): string => {
  const { office, desk, from, head } = sealed;
  return [
    'QMC-CHOTSO:1',
    office.code,
    desk,
    formNumber('daySeal', sealed),
    `${from}-${head.pos}`,
    head.epoch,
    head.seq,
    head.hash,
    '',
  ].join(';');
};

const pattern =
  /QMC-CHOTSO:1;(?<office>[^;]*);(?<desk>\d+);(?<number>[^;]+);(?<from>\d+)-(?<to>\d+);(?<epoch>[0-9a-f]{32});(?<seq>\d+);(?<hash>[0-9a-f]{64});/;

/** Finds the text in a page's words, wherever its lines were broken. Undefined: the page is no seal's. */
export const readSealText = (words: string): SealNamed | undefined => {
  const found = pattern.exec(words.replace(/\s+/g, ''))?.groups;
  if (!found) return undefined;
  const { office = '', desk, number = '', from, to, epoch = '', seq, hash = '' } = found;
  return {
    office,
    desk: Number(desk),
    number,
    from: Number(from),
    to: Number(to),
    head: { epoch, seq: Number(seq), hash },
  };
};
