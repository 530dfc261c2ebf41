import { randomBytes } from 'node:crypto';
import { emptyPerson } from '../../shared/citizen/person.ts';
import { defaultOfficeHours } from '../../shared/calendar/office-hours.ts';
import { dossierCode } from '../../shared/dossier/code.ts';
import type { DossierAccepted, PaperOutcome } from '../../shared/dossier/events.ts';
import { plainDossier, sampleOffice } from '../../shared/forms/testing-samples.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';
import type { OfficeEvent } from '../../shared/office/events.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { takeSigner } from '../vault/keys.ts';
import type { Signer } from '../vault/keys.ts';
import { makeDatabase, removeFolder } from '../vault/testing.ts';
import { chainRows, commitRows, continueJournal, epochOpened, officeSubject } from './journal.ts';
import type { Author, Journal, NewEvent, Recorded, Stamp } from './journal.ts';
import { project } from './projections.ts';

/** An event as it may stand in a journal, also of another release. */
export interface ToldEvent {
  subject: string;
  event: StoredEvent;
}

export const foreign = (subject: string, type: string, v: number, payload: unknown): ToldEvent => ({
  subject,
  event: { type, v, payload },
});

/** A real encrypted journal in a folder of its own, with two clerks, for tests. */
export interface TestJournal {
  readonly folder: string;
  readonly file: string;
  readonly key: Buffer;
  readonly db: WritableDatabase;
  journal: Journal;
  readonly clerks: { readonly founder: Clerk; readonly second: Clerk };
  /** Records and projects, as the counter does. */
  write(events: readonly ToldEvent[], by?: Clerk, stamp?: Partial<Stamp>): Recorded[];
  /** A new epoch, as the next opening of the vault. */
  reopen(by?: Clerk): void;
  close(): void;
}

export interface Clerk {
  readonly id: string;
  readonly signer: Signer;
}

/** Monday 23/11/2026, 15:40 at the counter. */
export const sampleAt = plainDossier.receivedAt;
const rules = { catalogue: '0'.repeat(16), calendar: '1'.repeat(16), forms: '2'.repeat(16) };

export const makeClerk = (id: string, seed: Buffer = randomBytes(32)): Clerk => ({
  id,
  signer: takeSigner(Buffer.from(seed)),
});

export const authorBy = (clerk: Clerk): Author => ({
  clerk: clerk.id,
  signer: clerk.signer,
  role: 'reception',
  office: sampleOffice.code,
  desk: 1,
});

const recordOf = ({ id, signer }: Clerk) => ({
  id,
  name: 'Cán bộ Mẫu',
  username: id,
  roles: ['reception' as const, 'admin' as const],
  publicKey: signer.publicKey,
  removed: false,
});

export const officeEvent = (event: OfficeEvent): NewEvent => ({ subject: officeSubject, event });

export const founding = (founder: Clerk): NewEvent =>
  officeEvent({
    type: 'officeFounded',
    v: 1,
    payload: {
      profile: sampleOffice,
      desk: { number: 1, name: 'Quầy 1' },
      lane: { from: 1, to: 999 },
      provinceNumbers: false,
      hours: defaultOfficeHours(),
      trial: true,
      founder: recordOf(founder),
    },
  });

export const enrolment = (clerk: Clerk): NewEvent =>
  officeEvent({ type: 'clerkEnrolled', v: 1, payload: { clerk: recordOf(clerk) } });

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middles = ['Văn', 'Thị', 'Thí', 'Đức', 'Ngọc', 'Minh', 'Hữu', 'Thu', 'Kim', 'Quốc', 'Gia', 'Mẫu'];
const givens = [
  'Mẫu',
  'Dụ',
  'Ví',
  'Thử',
  'Đào',
  'Hường',
  'Ánh',
  'Ước',
  'Yến',
  'Ơn',
  'Ầm',
  'Ngữ',
  'Quý',
  'Kỷ',
];
const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';

/** The sample dossier number `index`: name, phone, ID, code and times of its own. */
export const acceptance = (index: number, change: Partial<DossierAccepted> = {}): DossierAccepted => {
  const person = {
    ...emptyPerson,
    name: `${pick(families, index)} ${pick(middles, index >> 2)} ${pick(givens, index >> 1)}`,
    idNumber: `019${String(index).padStart(9, '0')}`,
    phone: `09${String(index).padStart(8, '0')}`,
  };
  const receivedAt = sampleAt + index * 60_000;
  return {
    ...plainDossier,
    code: dossierCode(sampleOffice.code, plainDossier.businessDay, index % 10_000),
    key: String(index).padStart(20, '0'),
    submitter: person,
    owner: person,
    receivedAt,
    deadline: { ...plainDossier.deadline, dueAt: receivedAt + 3 * 86_400_000, countedFrom: receivedAt },
    ...change,
  };
};

export const accepted = (subject: string, index: number, change?: Partial<DossierAccepted>): NewEvent => ({
  subject,
  event: { type: 'dossierAccepted', v: 1, payload: acceptance(index, change) },
});

export const printed = (subject: string, outcome: PaperOutcome = 'printed', reprint = false): NewEvent => ({
  subject,
  event: {
    type: 'paperPrinted',
    v: 2,
    payload: {
      form: 'receipt',
      about: '',
      outcome,
      printer: 'QUAY',
      paper: 'A5',
      copies: 2,
      reprint,
      detail: '',
    },
  },
});

export const openTestJournal = (): TestJournal => {
  const { folder, file, key, db } = makeDatabase();
  const clerks = { founder: makeClerk('c1'), second: makeClerk('c2') };
  let minutes = 0;
  const test: TestJournal = {
    folder,
    file,
    key,
    db,
    journal: continueJournal(db),
    clerks,
    write: (events, by = clerks.founder, stamp = {}) => {
      minutes += 1;
      const at = sampleAt + minutes * 60_000;
      const recorded = chainRows(
        test.journal,
        authorBy(by),
        { at, recordedAt: at, clock: 'ok', rules, ...stamp },
        events,
      );
      return commitRows(test.journal, recorded, () => {
        for (const one of recorded) project(db, one);
      });
    },
    reopen: (by = clerks.founder) => {
      test.journal = continueJournal(db);
      test.write([epochOpened(test.journal, 'test')], by);
    },
    close: () => {
      db.close();
      removeFolder(folder);
    },
  };
  test.write([epochOpened(test.journal, 'test'), founding(clerks.founder), enrolment(clerks.second)]);
  return test;
};

/** Every table's rows, to compare two states of a database. */
export const contentOf = (db: ReadableDatabase, tables: readonly string[]): Record<string, unknown[]> =>
  Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
