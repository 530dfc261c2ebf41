import { randomBytes } from 'node:crypto';
import { guidedIntake } from '../../shared/forms/testing-samples.ts';
import { dossierId } from '../../shared/dossier/id.ts';
import { openDatabase } from '../../hub/database.ts';
import type { Database } from '../../hub/database.ts';
import { authorOf, getCabinet, stampOf } from '../desk/desk.ts';
import { record } from '../journal/journal.ts';
import type { NewEvent } from '../journal/journal.ts';
import { deskSigner, findCursor, findEnrolment } from './enrolment.ts';
import type { Enrolment } from './enrolment.ts';
import { pushAfter } from './push.ts';
import { openHubSession } from './session.ts';
import { joinHub, openLineDesk } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';

export { openLoadDesk } from '../../hub/testing-load.ts';
export { localUrl } from '../../hub/local-database.ts';
export { getCabinet } from '../desk/desk.ts';
export { acceptSample, readySample } from '../testing-intake.ts';
export { putAttachment } from '../vault/attachments.ts';
export { checkpoint } from '../vault/database.ts';
export { countWaitingFiles } from './files/waiting-files.ts';
export { startSync } from './sync.ts';
export { closeLine, joinHub, level, openLineDesk, reopenLineDesk, until } from './testing-line.ts';
export { findHeld } from './outbox.ts';
export { openDatabase };

const printed = {
  form: 'receipt',
  about: '',
  outcome: 'printed',
  printer: '',
  paper: 'A5',
  copies: 2,
  reprint: false,
  detail: '',
} as const;
/** Acts on a dossier, its opening among them. */
const perDossier = 5;

/** Real rows, chained and signed, that carry the records of a bench: each fifth opens a dossier, the others are acts on it. */
export const fillJournal = ({ desk }: LineDesk, records: readonly object[]): void => {
  const { journal } = getCabinet(desk);
  let subject = '';
  const events = records.map((of, at): NewEvent => {
    if (at % perDossier === 0) {
      subject = dossierId(Date.now(), randomBytes(10));
      // Of the size of the others: the persons of the sample stand for the record's longest texts.
      const payload = { ...guidedIntake, components: [], fees: [], of: { ...of, pad: '', sig: '' } };
      return { subject, event: { type: 'intakeGuided', v: 1, payload } };
    }
    const payload = { ...printed, of };
    return { subject, event: { type: 'paperPrinted', v: 2, payload } };
  });
  for (let at = 0; at < events.length; at += 500)
    record(
      journal,
      authorOf(desk, 'reception'),
      stampOf(desk, getCabinet(desk)),
      events.slice(at, at + 500),
      () => undefined,
    );
};

export interface BenchDesk {
  desk: LineDesk;
  office: string;
  /** Rows of the founding, before what the bench adds. */
  before: number;
  enrolment: Enrolment;
  /** A new session, and everything pushed over `url`, whatever was acknowledged before. */
  push(url: string): Promise<void>;
}

/** A joined desk, its own sync still, whose journal a bench pushes whole. */
export const openBenchDesk = async (
  db: Database,
  url: string,
  office: string,
  number: number,
): Promise<BenchDesk> => {
  const desk = await openLineDesk(number, office);
  await joinHub({ db, hub: { url } }, desk);
  await desk.sync.stop();
  const cabinet = getCabinet(desk.desk);
  const enrolment = findEnrolment(cabinet.db);
  if (!enrolment) throw new Error('bench: not enrolled');
  return {
    desk,
    office,
    before: cabinet.journal.head.pos,
    enrolment,
    push: async (over) => {
      const there = { ...enrolment, url: over };
      const signer = deskSigner(enrolment.seed);
      const { signal } = new AbortController();
      const standing = { application: 'bench', waiting: 0, oldestWaitingAt: null, now: Date.now() };
      const { token } = await openHubSession(fetch, there, signer, standing, signal);
      await pushAfter(
        cabinet.db,
        0,
        { reach: fetch, enrolment: there, signer, token, signal, hasRead: () => findCursor(cabinet.db) },
        () => undefined,
      );
    },
  };
};
