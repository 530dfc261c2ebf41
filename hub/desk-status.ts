import type { DeskStatus, StatusAnswer } from '../shared/sync/messages.ts';
import type { Queryable } from './database.ts';
import { listPacks } from './packs.ts';
import type { Caller } from './sessions.ts';

/** Keeps how a desk stands and answers with what the province has for it. */
export const keepStatus = async (
  db: Queryable,
  { office, desk, confirmed }: Caller,
  told: DeskStatus,
  now: number,
  newest: string | null = null,
): Promise<StatusAnswer> => {
  const { rows } = await db.query<{ lanes: StatusAnswer['lanes'] }>(
    `UPDATE desk SET (seen_at, status_at, clock_offset, application, waiting, waiting_since, files_waiting, disk_free, disk_size,
         backup_at, lookup_key) = ($3, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'))
     WHERE office = $1 AND desk = $2 RETURNING lanes`,
    [
      office,
      desk,
      now,
      Math.round(told.deskTime - now),
      told.application,
      told.waiting,
      told.oldestWaitingAt,
      told.filesWaiting,
      told.diskFree,
      told.diskSize,
      told.backupAt,
      told.lookupKey,
    ],
  );
  return {
    time: now,
    confirmed,
    lanes: rows[0]?.lanes ?? [],
    packs: (await listPacks(db)).map(({ kind, id, version, sha256 }) => ({ kind, id, version, sha256 })),
    newest,
  };
};
