import { createHash, randomBytes } from 'node:crypto';
import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import { nationalState, businessOf } from '../../shared/dossier/acts/axes.ts';
import type { ResultArrived } from '../../shared/dossier/acts/events.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { dossierId } from '../../shared/dossier/id.ts';
import { onlineSubject } from '../../shared/online/submission.ts';
import type { SubmissionReceived } from '../../shared/online/submission.ts';
import { verdict as verdictShape } from '../../shared/sync/feed.ts';
import { provinceDesk } from '../../shared/sync/province.ts';
import { statesOf } from '../dossier-life.ts';
import { inTransaction } from '../database.ts';
import type { Connection, Database, Queryable } from '../database.ts';
import { findByCode } from '../dossier-codes.ts';
import type { Identity } from '../identity.ts';
import { writeOwnRows } from './own-rows.ts';
import type { OwnEvent } from './own-rows.ts';
import { ProvinceRefused } from './refused.ts';
import type { Posted, Result, Submission, submissionStanding, resultStanding } from './shapes.ts';
import type * as z from 'zod';

type PostKind = 'submission' | 'result';

interface Kept {
  office: string;
  dossier: string;
  event: string;
  at: number;
}

/** Who posts, and when it came. */
export interface Posting {
  db: Database;
  identity: Identity;
  system: string;
  now: number;
}

const iso = (at: number): string => new Date(at).toISOString();

const findPost = async (
  on: Queryable,
  system: string,
  kind: PostKind,
  reference: string,
): Promise<(Kept & { digest: string }) | undefined> =>
  (
    await on.query<Kept & { digest: string }>(
      `SELECT office, dossier, event, at, encode(digest, 'hex') AS digest FROM provincial_post
       WHERE system = $1 AND kind = $2 AND reference = $3`,
      [system, kind, reference],
    )
  ).rows[0];

/**
 * Does what `make` says once for one reference, whatever is sent again: durable when it returns, and answered as before from then on.
 * Refuses other content under the same reference.
 */
const postOnce = (
  { db, identity, system, now }: Posting,
  kind: PostKind,
  wish: { reference: string },
  make: (on: Connection) => Promise<{ office: string; dossier: string; event: OwnEvent }>,
): Promise<Posted> => {
  const { reference } = wish;
  const digest = createHash('sha256').update(JSON.stringify(wish)).digest('hex');
  return inTransaction(db, async (on) => {
    // Of the same sent twice at once the second waits, and then finds the first.
    await on.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${system} ${kind} ${reference}`,
    ]);
    const known = await findPost(on, system, kind, reference);
    if (known && known.digest !== digest) throw new ProvinceRefused('referenceUsed');
    if (known) {
      const { office, dossier, event, at } = known;
      return { reference, office, dossier, event, receivedAt: iso(at), repeated: true };
    }
    const { office, dossier, event: own } = await make(on);
    const [event = ''] = await writeOwnRows(on, identity, { office, now }, [own]);
    await on.query(
      `INSERT INTO provincial_post (system, kind, reference, digest, office, dossier, event, at)
       VALUES ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8)`,
      [system, kind, reference, digest, office, dossier, event, now],
    );
    return { reference, office, dossier, event, receivedAt: iso(now), repeated: false };
  });
};

/** Refuses an office none of whose counters has ever joined: nobody would read what is sent there. */
export const checkOffice = async (on: Queryable, office: string): Promise<void> => {
  const { rowCount } = await on.query('SELECT 1 FROM desk WHERE office = $1 AND desk <> $2 LIMIT 1', [
    office,
    provinceDesk,
  ]);
  if (rowCount === 0) throw new ProvinceRefused('officeUnknown');
};

/** What is named must lie here already: a counter may open it at once. */
const checkFiles = async (
  on: Queryable,
  office: string,
  files: readonly { at: string; file: AttachmentRef }[],
): Promise<void> => {
  const { rows } = await on.query<{ sha256: string; size: number }>(
    "SELECT encode(sha256, 'hex') AS sha256, size FROM kept_file WHERE office = $1 AND sha256 = ANY($2::bytea[])",
    [office, files.map(({ file }) => Buffer.from(file.hash, 'hex'))],
  );
  const sizes = new Map(rows.map(({ sha256, size }) => [sha256, size]));
  const missing = files.filter(({ file }) => sizes.get(file.hash) !== file.size);
  if (missing.length > 0)
    throw new ProvinceRefused(
      'fileMissing',
      missing.map(({ at, file }) => ({ field: at, problem: file.hash })),
    );
};

/** Hands what a citizen filed online to the office's counters. */
export const postSubmission = (posting: Posting, wish: Submission): Promise<Posted> =>
  postOnce(posting, 'submission', wish, async (on) => {
    const { office, submittedAt, reference, ...content } = wish;
    await checkOffice(on, office);
    await checkFiles(
      on,
      office,
      wish.components.flatMap(({ files }, at) =>
        files.map((file, place) => ({ at: `components.${at}.files.${place}`, file })),
      ),
    );
    const dossier = dossierId(posting.now, randomBytes(10));
    const payload: SubmissionReceived = {
      dossier,
      system: posting.system,
      reference,
      submittedAt: Date.parse(submittedAt),
      ...content,
    };
    return { office, dossier, event: { subject: onlineSubject, type: 'submissionReceived', payload } };
  });

/** Brings a department's result to the dossier: an event like the counter's own, judged when its turn comes. */
export const postResult = (posting: Posting, wish: Result): Promise<Posted> =>
  postOnce(posting, 'result', wish, async (on) => {
    const { system, now } = posting;
    const [found, second] = await findByCode(on, wish.code.toUpperCase());
    if (!found) throw new ProvinceRefused('dossierUnknown');
    if (second) throw new ProvinceRefused('codeDoubled');
    const { office, dossier } = found;
    await checkFiles(
      on,
      office,
      wish.files.map((file, place) => ({ at: `files.${place}`, file })),
    );
    const earlier = wish.replaces === null ? undefined : await findPost(on, system, 'result', wish.replaces);
    if (wish.replaces !== null && earlier?.dossier !== dossier)
      throw new ProvinceRefused('referenceUnknown', [{ field: 'replaces', problem: wish.replaces }]);
    const payload: ResultArrived = {
      command: dossierId(now, randomBytes(10)),
      at: now,
      businessDay: localDateAt(now),
      desk: provinceDesk,
      clerkName: wish.agency,
      approved: wish.approved,
      number: wish.number,
      date: wish.date,
      summary: wish.summary,
      signer: wish.signer,
      files: wish.files,
      replaces: earlier?.event ?? null,
    };
    return { office, dossier, event: { subject: dossier, type: 'resultArrived', payload } };
  });

const knownPost = async (db: Queryable, system: string, kind: PostKind, reference: string): Promise<Kept> => {
  const found = await findPost(db, system, kind, reference);
  if (!found) throw new ProvinceRefused('referenceUnknown');
  return found;
};

/** What became of a submission at the counter. */
export const standingOfSubmission = async (
  { db, system }: Pick<Posting, 'db' | 'system'>,
  reference: string,
): Promise<z.infer<typeof submissionStanding>> => {
  const { office, dossier } = await knownPost(db, system, 'submission', reference);
  const state = (await statesOf(db, office, [dossier])).get(dossier);
  return {
    reference,
    office,
    dossier,
    state: state ? state.status : 'waiting',
    code: state?.accepted?.code ?? null,
    nationalState: state ? nationalState(businessOf(state)) : 1,
    dueAt: state?.clock ? iso(state.clock.deadline.dueAt) : null,
  };
};

export const standingOfResult = async (
  { db, system }: Pick<Posting, 'db' | 'system'>,
  reference: string,
): Promise<z.infer<typeof resultStanding>> => {
  const { office, dossier, event } = await knownPost(db, system, 'result', reference);
  const { rows } = await db.query<{ verdict: string }>(
    'SELECT verdict FROM feed WHERE office = $1 AND subject = $2 AND id = $3',
    [office, dossier, event],
  );
  const [row] = rows;
  return { reference, office, dossier, verdict: row ? verdictShape.parse(row.verdict) : 'waiting' };
};
