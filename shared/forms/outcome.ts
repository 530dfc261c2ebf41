import type { IntakeGuided, IntakeRefused } from '../dossier/events.ts';
import { stampsOf } from './extra.ts';
import type { PaperExtra } from './extra.ts';
import { momentWords, officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';
import { isSamePerson, personLines } from './people.ts';
import type { PersonLines } from './people.ts';
import { paragraphsOf } from './values.ts';

/** What forms 02 and 03 have in common: an intake that ended without a receipt. */
export type OutcomeValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  copy: string;
  /** "02-0012/2026", as the screen, the lists and the close of day have it. */
  number: string;
  desk: string;
  submitter: PersonLines;
  owner: PersonLines | null;
  relation: string;
  request: { name: string; code: string; case: string };
  received: string;
  reason: string[];
  note: string[];
  phone: string;
  submitterName: string;
  clerkName: string;
  witness: string;
};

export const outcomeValues = (
  intake: IntakeGuided | IntakeRefused,
  extra: PaperExtra,
  about: { title: string; number: string },
): OutcomeValues => {
  const { words } = extra;
  const { office, procedure } = intake;
  const own = isSamePerson(intake.submitter, intake.owner);
  return {
    title: `${about.title} ${about.number}`,
    stamps: stampsOf(extra),
    head: officeHead(office, intake.receivedAt, words),
    copy: words.print.copies[extra.copy],
    number: about.number,
    desk: words.print.desk({ number: String(intake.desk) }),
    submitter: personLines(intake.submitter, words),
    owner: own ? null : personLines(intake.owner, words),
    relation: own ? '' : intake.relation,
    request: { name: procedure.name, code: procedure.code, case: procedure.case?.name ?? '' },
    received: momentWords(intake.receivedAt, words),
    reason: paragraphsOf(intake.reason),
    note: paragraphsOf(intake.note),
    phone: office.phone,
    submitterName: intake.submitter.name,
    clerkName: intake.clerkName,
    witness: extra.witness.toUpperCase(),
  };
};
