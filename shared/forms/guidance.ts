import type { IntakeGuided } from '../dossier/events.ts';
import { formNumber } from '../dossier/form-number.ts';
import type { PaperExtra } from './extra.ts';
import { outcomeValues } from './outcome.ts';
import type { OutcomeValues } from './outcome.ts';
import { countText, paragraphsOf } from './values.ts';

export type MissingRow = { order: string; name: string; count: string; what: string };

export type GuidanceValues = OutcomeValues & { missing: MissingRow[] };

/** A long remark goes on in rows of its own, so that a page can end within it. */
export const missingRows = (missing: IntakeGuided['missing']): MissingRow[] =>
  missing.flatMap(({ name, count, what }, place) => {
    const names = paragraphsOf(name);
    const remarks = paragraphsOf(what);
    return Array.from({ length: Math.max(1, names.length, remarks.length) }, (_, row) => ({
      order: row === 0 ? String(place + 1) : '',
      name: names[row] ?? '',
      count: row === 0 ? countText(count) : '',
      what: remarks[row] ?? '',
    }));
  });

/** Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: everything that is missing, asked for at once. */
export const guidanceValues = (guided: IntakeGuided, extra: PaperExtra): GuidanceValues => ({
  ...outcomeValues(guided, extra, {
    title: extra.words.print.titles.guidance,
    number: formNumber('guidance', guided),
  }),
  missing: missingRows(guided.missing),
});
