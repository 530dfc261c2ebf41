import { join } from 'node:path';
import { unlockSlot } from '../main/vault/clerk-slots.ts';
import { openForReading } from '../main/vault/database.ts';
import { smashPage } from '../main/vault/testing-place.ts';
import type { Folders } from './clerk/application.ts';
import { samplePassword } from './clerk/set-up.ts';

/** Breaks the page a table begins on: the disk's doing, found when it is read. */
export const breakPage = async ({ data }: Folders, slotId: string, table: string): Promise<void> => {
  const { databaseKey } = await unlockSlot(data, slotId, samplePassword);
  const file = join(data, 'vault.db');
  const db = openForReading(file, databaseKey);
  const page = db
    .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .get<{ rootpage: number }>([table])?.rootpage;
  db.close();
  smashPage(file, page ?? 0);
};
