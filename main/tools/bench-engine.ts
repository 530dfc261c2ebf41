import { join } from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { advance, chainRows, continueJournal, insertRows } from '../journal/journal.ts';
import type { Author, NewEvent } from '../journal/journal.ts';
import { createDatabase, transaction } from '../vault/database.ts';
import { takeSigner } from '../vault/keys.ts';
import { migrate } from '../vault/migrations/index.ts';

/** The journal as an engine of a write bench: one event put is one row chained, signed and durable. */
export const openJournalEngine = (
  folder: string,
  key: Buffer,
): { put: (event: { id: string }, text: string) => void; close: () => void } => {
  const db = createDatabase(join(folder, 'vault.db'), key);
  migrate(db);
  const journal = continueJournal(db);
  const seed = createHash('sha256').update('bench').digest();
  const author: Author = {
    clerk: 'bench',
    signer: takeSigner(seed),
    role: 'reception',
    office: 'H55.242',
    desk: 1,
  };
  const rules = { catalogue: '', calendar: '', forms: '' };
  return {
    put: (_event, text) => {
      const now = Date.now();
      const event: NewEvent = {
        subject: randomUUID(),
        event: { type: 'paperPrinted', v: 2, payload: { ...paper, detail: text } },
      };
      const recorded = chainRows(journal, author, { at: now, recordedAt: now, clock: 'ok', rules }, [event]);
      transaction(db, () => insertRows(db, recorded));
      advance(journal, recorded);
    },
    close: () => db.close(),
  };
};

const paper = {
  form: 'receipt',
  about: '',
  outcome: 'printed',
  printer: '',
  paper: 'A5',
  copies: 2,
  reprint: false,
} as const;
