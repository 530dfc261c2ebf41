import type { Acted, FormNumber } from '../dossier/acts/events.ts';
import { correctParticulars } from '../dossier/acts/particulars.ts';
import { formNumber } from '../dossier/form-number.ts';
import type { FormSeries } from '../dossier/form-number.ts';
import type { Particulars, Taken } from '../dossier/state.ts';
import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import type { Messages } from '../messages/index.ts';
import { stampsOf } from './extra.ts';
import type { PaperExtra } from './extra.ts';
import { officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';
import { isSamePerson, personLines } from './people.ts';
import type { PersonLines } from './people.ts';

export type PaperTitle = keyof Messages['actPapers']['titles'];
export type Lack = keyof Messages['actPapers']['lacks'];

/** What every paper about one dossier begins with. */
export type ActPaper = {
  /** Of the window and the PDF: title, number, dossier code. */
  title: string;
  stamps: string[];
  head: OfficeHead;
  copy: string;
  /** "02-0007/2026"; '' on a paper of no series. */
  number: string;
  code: string;
  /** Code 128 of the dossier code alone: the look-up key belongs to the receipt and opens no other paper. */
  barcode: string;
  submitter: PersonLines;
  owner: PersonLines | null;
  relation: string;
  request: { name: string; code: string; case: string };
  phone: string;
  witness: string;
};

/** Names and addresses as they read when the paper was made: a reprint says what the first one said. */
export const particularsAt = ({ accepted, corrections }: Taken, at: number): Particulars =>
  corrections
    .filter((correction) => correction.at <= at)
    .reduce((current, { changes }) => correctParticulars(current, changes), {
      submitter: accepted.submitter,
      owner: accepted.owner,
      relation: accepted.relation,
      delivery: accepted.delivery,
    });

/** A form's number of its series; '' when there is none to print. */
export const numberText = (series: FormSeries, numbered: FormNumber): string =>
  Number.isSafeInteger(numbered.number) && numbered.number > 0 ? formNumber(series, numbered) : '';

export const actPaper = (
  state: Taken,
  acted: Pick<Acted, 'at'>,
  about: { title: PaperTitle; number: string },
  extra: PaperExtra,
): ActPaper => {
  const { accepted } = state;
  const { words } = extra;
  const { submitter, owner, relation } = particularsAt(state, acted.at);
  const own = isSamePerson(submitter, owner);
  const { procedure, office, code } = accepted;
  return {
    title: [words.actPapers.titles[about.title], about.number, code].filter((text) => text !== '').join(' '),
    stamps: stampsOf(extra),
    head: officeHead(office, acted.at, words),
    copy: words.print.copies[extra.copy],
    number: about.number,
    code,
    barcode: code,
    submitter: personLines(submitter, words),
    owner: own ? null : personLines(owner, words),
    relation: own ? '' : relation,
    request: { name: procedure.name, code: procedure.code, case: procedure.case?.name ?? '' },
    phone: office.phone,
    witness: extra.witness.toUpperCase(),
  };
};

/** What a paper about one dossier needs before anything of its own. */
export const commonNeeds = ({ head, code, submitter }: ActPaper): [Lack, string][] => [
  ['officeName', head.office],
  ['code', code],
  ['applicant', submitter.name],
];

/** The values when nothing needed is blank, else a refusal that names all that is: a paper has no empty line. */
export const whenComplete = <V>(
  values: V,
  title: PaperTitle,
  needs: readonly (readonly [Lack, string])[],
  { actPapers }: Messages,
): Result<V> => {
  const lacking = needs.filter(([, text]) => text.trim() === '').map(([lack]) => actPapers.lacks[lack]);
  if (lacking.length === 0) return succeed(values);
  return fail('paperLacks', { paper: actPapers.titles[title], what: [...new Set(lacking)].join(', ') });
};
