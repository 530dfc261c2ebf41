import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { dossierCode } from '../../shared/dossier/code.ts';
import type { Lane } from '../../shared/office/profile.ts';
import { highestClaimed, noteHead, remember, standingOf } from '../desk/guarding.ts';
import { continueJournal, epochOpened, record } from '../journal/journal.ts';
import type { Journal } from '../journal/journal.ts';
import { authorBy, makeClerk, printed, sampleAt } from '../journal/testing.ts';
import { createDatabase, openDatabase, transaction } from '../vault/database.ts';
import { migrate } from '../vault/migrations/index.ts';
import {
  abandonBlocks,
  countAbove,
  findNextNumber,
  noteTaken,
  settleBlocks,
  takeNumber,
} from './numbering.ts';

/** One counter giving out numbers on real vault and guard files, without forms and windows: the steps of an acceptance and of an opening. */
export interface NumberDesk {
  /** Every code ever given out, in order: what lies on paper. */
  readonly given: string[];
  /** Gives out the next code of the day; null when its lanes are full or the vault waits for the newest kept copy. */
  accept(day: string): string | null;
  /** The program ends as it should and starts again. */
  restart(): Standing;
  /** The power goes: between the commit and the note, or between the claim and the commit. */
  cut(where: 'beforeNote' | 'beforeCommit', day: string): Standing;
  /** Keeps the folder as it is now, to be put back later. */
  copy(): string;
  putBack(copy: string): Standing;
  /** The clerk scans the newest kept copy. */
  confirmNewest(): void;
  /** What the guard remembers is lost: another PC, a wiped profile. */
  loseGuard(): void;
  grant(lane: Lane): void;
  close(): void;
}

export type Standing = ReturnType<typeof standingOf>;

const stamp = {
  at: sampleAt,
  recordedAt: sampleAt,
  clock: 'ok',
  rules: { catalogue: '', calendar: '', forms: '' },
} as const;

export const openNumberDesk = (folder: string, office: string, first: Lane): NumberDesk => {
  const author = authorBy(makeClerk('c1'));
  const vaultId = randomBytes(16).toString('hex');
  const key = randomBytes(32);
  const guard = join(folder, 'guard');
  const data = join(folder, 'vault');
  const lanes: Lane[] = [first];
  const given: { day: string; number: number; code: string }[] = [];
  const codes: string[] = [];
  let copies = 0;
  let restored = false;

  mkdirSync(data, { recursive: true });
  const file = join(data, 'vault.db');
  const made = createDatabase(file, key);
  migrate(made);
  made.close();

  const start = (): { journal: Journal; standing: Standing } => {
    const db = openDatabase(file, key);
    // Ten thousand commits: whether each reaches the disk is proved elsewhere.
    db.pragma('synchronous = OFF');
    const journal = continueJournal(db);
    const standing = journal.head.pos === 0 ? 'same' : standingOf(guard, vaultId, db, journal.head);
    if (standing !== 'same') transaction(db, () => abandonBlocks(db));
    record(journal, author, stamp, [epochOpened(journal, 'test')], () => undefined);
    restored = standing === 'behind';
    if (!restored) remember(guard, vaultId, journal.head);
    return { journal, standing };
  };
  let { journal } = start();
  const startAgain = (): Standing => {
    const again = start();
    journal = again.journal;
    return again.standing;
  };

  const findNext = (day: string) =>
    findNextNumber(journal.db, day, lanes, (lane) => highestClaimed(guard, vaultId, day, lane.from));
  const claim = (day: string) => {
    const next = findNext(day);
    if (next?.claim) remember(guard, vaultId, journal.head, { day, from: next.lane.from, until: next.until });
    return next;
  };
  const commit = (day: string): string | null => {
    const next = restored ? null : claim(day);
    if (!next) return null;
    record(journal, author, stamp, [printed(randomUUID())], () => takeNumber(journal.db, day, next));
    noteTaken(journal.db, day, next);
    const code = dossierCode(office, day, next.number);
    given.push({ day, number: next.number, code });
    codes.push(code);
    return code;
  };

  return {
    given: codes,
    accept: (day) => {
      const code = commit(day);
      if (code !== null) noteHead(guard, vaultId, journal.head);
      return code;
    },
    restart: () => {
      if (!restored) noteHead(guard, vaultId, journal.head);
      settleBlocks(journal.db);
      journal.db.close();
      return startAgain();
    },
    cut: (where, day) => {
      if (where === 'beforeNote') commit(day);
      else if (!restored) claim(day);
      journal.db.close();
      return startAgain();
    },
    copy: () => {
      copies += 1;
      const to = join(folder, `copy-${copies}`);
      cpSync(data, to, { recursive: true });
      return to;
    },
    putBack: (copy) => {
      journal.db.close();
      rmSync(data, { recursive: true });
      cpSync(copy, data, { recursive: true });
      return startAgain();
    },
    confirmNewest: () => {
      const newest = given.at(-1);
      if (!restored) return;
      transaction(journal.db, () => {
        const lane = newest && lanes.find(({ from, to }) => newest.number >= from && newest.number <= to);
        if (!newest || !lane) return;
        for (const earlier of lanes.slice(0, lanes.indexOf(lane)))
          countAbove(journal.db, newest.day, earlier, earlier.to);
        countAbove(journal.db, newest.day, lane, newest.number);
      });
      restored = false;
      remember(guard, vaultId, journal.head);
    },
    loseGuard: () => rmSync(guard, { recursive: true, force: true }),
    grant: (lane) => {
      lanes.push(lane);
    },
    close: () => journal.db.close(),
  };
};
