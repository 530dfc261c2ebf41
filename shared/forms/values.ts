import { paperForms } from '../dossier/events.ts';
import { listForms } from '../lists/content.ts';

/**
 * What is poured into a template: plain data, every text still to be escaped. A form is values (here) and a template (data in
 * assets/forms), so a province can replace the look without touching what the paper says.
 */
export type PaperValue =
  | string
  | boolean
  | null
  | readonly PaperValue[]
  | { readonly [name: string]: PaperValue };
export type PaperValues = { readonly [name: string]: PaperValue };

/** Every paper the counter makes: the forms of the circular, and its own. */
export const paperKinds = [
  ...paperForms,
  'sheet',
  'recovery',
  'test',
  'attestation',
  'certificationFee',
  'certificationBook',
  'custody',
  'trackingBook',
  'feeBook',
  'receiptBook',
  'onTimeBook',
  'daySeal',
  ...listForms,
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Lưu, giao khách hàng, nội bộ (the third leaf of a biên lai): alike but for that word. */
export type PaperCopy = 'file' | 'citizen' | 'internal';

/** The longest run of text that is kept in one piece when a paper is cut into pages: about ten lines of an A5 page. */
const LONGEST_RUN = 600;

/** A run ends after a sentence where there is one in its last half, else between two words, else anywhere. */
const cutAt = (text: string): number => {
  const head = text.slice(0, LONGEST_RUN);
  const sentence = Math.max(
    head.lastIndexOf('. '),
    head.lastIndexOf('; '),
    head.lastIndexOf('! '),
    head.lastIndexOf('? '),
  );
  if (sentence > LONGEST_RUN / 2) return sentence + 1;
  const space = head.lastIndexOf(' ');
  if (space > 0) return space;
  const last = head.charCodeAt(LONGEST_RUN - 1);
  // Never between the two halves of a character beyond the first 65,536.
  return last >= 0xd800 && last <= 0xdbff ? LONGEST_RUN - 1 : LONGEST_RUN;
};

/** Lines and long runs of a text as the paragraphs of a paper, in order and without loss but for spaces at the cuts. */
export const paragraphsOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const runs: string[] = [];
    let rest = line.trim();
    while (rest.length > LONGEST_RUN) {
      const at = cutAt(rest);
      runs.push(rest.slice(0, at).trim());
      rest = rest.slice(at).trim();
    }
    if (rest !== '') runs.push(rest);
    return runs;
  });

/** The most a narrow column of a table takes: some twenty lines, half a page that lies on its long side. */
const LONGEST_CELL = 300;

/** What a narrow column holds stays in its cell; a longer text stands below its row, across the table, so that no row is higher than a page. */
export const cellOrBelow = (text: string): { cell: string; below: string[] } =>
  text.length > LONGEST_CELL ? { cell: '', below: paragraphsOf(text) } : { cell: text, below: [] };

/** A count as a table shows it: nothing for none, so that the eye meets only what is there. */
export const countText = (count: number): string => (count === 0 ? '' : String(count));
