import { randomBytes, randomFillSync, randomUUID } from 'node:crypto';
import type { CertificationEvent, certificationSubject } from '../../shared/certification/events.ts';
import type { DossierEvent } from '../../shared/dossier/events.ts';
import type { ListEvent, listSubject } from '../../shared/lists/events.ts';
import type { SealEvent, sealSubject } from '../../shared/seals/events.ts';
import type { OfficeEvent } from '../../shared/office/events.ts';
import {
  commitmentOf,
  fromHex,
  genesisHash,
  rowHash,
  signedMessage,
  toHex,
} from '../../shared/journal/row.ts';
import type { ClockTrust, JournalRow, Role, RowHeader, RulesUsed } from '../../shared/journal/row.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';
import type { Head } from '../../shared/journal/verify.ts';
import { transaction } from '../vault/database.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { chainCrypto } from './chain-crypto.ts';
import type { Signer } from '../vault/keys.ts';

/** An event about one dossier, the office itself, the register of certified copies, the lists over several dossiers, or the seals. */
export type NewEvent =
  | { subject: string; event: DossierEvent }
  | { subject: typeof officeSubject; event: OfficeEvent }
  | { subject: typeof certificationSubject; event: CertificationEvent }
  | { subject: typeof listSubject; event: ListEvent }
  | { subject: typeof sealSubject; event: SealEvent };
export const officeSubject = 'office';

/** Who writes and where: always from main's session, never from a payload. */
export interface Author {
  clerk: string;
  signer: Signer;
  role: Role;
  office: string;
  desk: number;
}

/** When it happened and how far that is believed; `rules` as in force. */
export interface Stamp {
  at: number;
  recordedAt: number;
  clock: ClockTrust;
  rules: RulesUsed;
}

/** An open journal: the one place rows are added. `head` moves only after a commit. */
export interface Journal {
  readonly db: WritableDatabase;
  epoch: string;
  /** `at`: the latest time that was believed when it was written; a row stamped 'suspect' does not move it. 0 in an empty journal. */
  head: Head & { pos: number; at: number };
}

/** A row with its header and event, whether just chained or read back. */
export interface Recorded {
  row: JournalRow;
  header: RowHeader;
  event: StoredEvent;
  /** Who wrote it, where it was at another desk: this office's own list does not know her. */
  clerkName?: string;
}

const saltBytes = 16;
const salts = { drawn: new Uint8Array(saltBytes * 64), used: saltBytes * 64 };

/** 16 bytes from the system's generator, drawn for many rows at a time: a call costs as much as the bytes. Each is given out once. */
const takeSalt = (): Uint8Array<ArrayBuffer> => {
  if (salts.used === salts.drawn.length) {
    randomFillSync(salts.drawn);
    salts.used = 0;
  }
  const salt = salts.drawn.slice(salts.used, salts.used + saltBytes);
  salts.drawn.fill(0, salts.used, salts.used + saltBytes);
  salts.used += saltBytes;
  return salt;
};

/** Chains new rows on the head, of whatever release; nothing is written yet. */
export const chainRows = (
  journal: Journal,
  author: Author,
  stamp: Stamp,
  events: readonly { subject: string; event: StoredEvent }[],
): Recorded[] => {
  let previous = fromHex(journal.head.hash);
  let seq = journal.head.epoch === journal.epoch ? journal.head.seq : 0;
  let pos = journal.head.pos;
  return events.map(({ subject, event }) => {
    seq += 1;
    pos += 1;
    const header: RowHeader = {
      id: randomUUID(),
      type: event.type,
      v: event.v,
      subject,
      office: author.office,
      desk: author.desk,
      epoch: journal.epoch,
      seq,
      clerk: author.clerk,
      role: author.role,
      ...stamp,
    };
    const text = JSON.stringify(header);
    const payload = JSON.stringify(event.payload);
    const salt = takeSalt();
    const commitment = commitmentOf(chainCrypto, salt, payload);
    const hash = rowHash(chainCrypto, previous, text, commitment);
    const signature = new Uint8Array(author.signer.sign(signedMessage(hash)));
    previous = hash;
    return { row: { pos, header: text, salt, payload, commitment, hash, signature }, header, event };
  });
};

const insertSql = `INSERT INTO journal
  (pos, id, type, subject, epoch, seq, header, salt, payload, commitment, hash, signature)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BLOB), ?, ?, ?)`;

/** Writes chained rows; inside the caller's transaction. */
export const insertRows = (db: WritableDatabase, recorded: readonly Recorded[]): void => {
  const insert = db.prepare(insertSql);
  for (const { row, header } of recorded)
    insert.run([
      row.pos,
      header.id,
      header.type,
      header.subject,
      header.epoch,
      header.seq,
      row.header,
      row.salt,
      row.payload,
      row.commitment,
      row.hash,
      row.signature,
    ]);
};

/** Otherwise a clock that lost the day would be measured against its own first row, and found right. */
const isBelieved = ({ clock }: RowHeader): boolean => clock !== 'suspect';

/** Moves the head after a commit, never before. */
export const advance = (journal: Journal, recorded: readonly Recorded[]): void => {
  const last = recorded.at(-1);
  if (!last) return;
  const { epoch, seq } = last.header;
  const at = recorded.findLast(({ header }) => isBelieved(header))?.header.at ?? journal.head.at;
  journal.head = { epoch, seq, hash: toHex(last.row.hash), pos: last.row.pos, at };
};

/**
 * THE transaction: chained rows, their projections and whatever else `along` writes become durable together, or not at all.
 * Throws a storage fault; then nothing has happened and the head has not moved.
 */
export const commitRows = (
  journal: Journal,
  recorded: Recorded[],
  along: (recorded: readonly Recorded[]) => void,
): Recorded[] => {
  transaction(journal.db, () => {
    insertRows(journal.db, recorded);
    along(recorded);
  });
  advance(journal, recorded);
  return recorded;
};

/** Chains what has happened and makes it durable. Throws as `commitRows` does. */
export const record = (
  journal: Journal,
  author: Author,
  stamp: Stamp,
  events: readonly NewEvent[],
  along: (recorded: readonly Recorded[]) => void,
): Recorded[] => commitRows(journal, chainRows(journal, author, stamp, events), along);

/** A journal at the end of what the database holds, about to open a new epoch of 128 random bits. */
export const continueJournal = (db: WritableDatabase): Journal => ({
  db,
  epoch: randomBytes(16).toString('hex'),
  head: findHead(db) ?? { epoch: '', seq: 0, hash: toHex(genesisHash), pos: 0, at: 0 },
});

/** The newest row's place in the chain; undefined in an empty journal. */
export const findHead = (db: Pick<WritableDatabase, 'prepare'>): Journal['head'] | undefined => {
  const row = db
    .prepare('SELECT pos, epoch, seq, lower(hex(hash)) AS hash FROM journal ORDER BY pos DESC LIMIT 1')
    .get<{ pos: number; epoch: string; seq: number; hash: string }>();
  if (!row) return undefined;
  const believed = db
    .prepare(
      `SELECT header ->> 'at' AS at FROM journal
       WHERE json_valid(header) AND header ->> 'clock' <> 'suspect' ORDER BY pos DESC LIMIT 1`,
    )
    .get<{ at: number }>();
  return { ...row, at: believed?.at ?? 0 };
};

/** The event that names an epoch's parent: always its first row. */
export const epochOpened = (journal: Journal, application: string): NewEvent => ({
  subject: officeSubject,
  event: {
    type: 'epochOpened',
    v: 1,
    payload: {
      parent:
        journal.head.seq === 0
          ? null
          : { epoch: journal.head.epoch, seq: journal.head.seq, hash: journal.head.hash },
      application,
    },
  },
});
