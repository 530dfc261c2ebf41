import type { Queryable } from '../database.ts';

/** A desk whose vault was copied: its history has gone two ways from one row. */
export interface Branched {
  office: string;
  desk: number;
  /** How often: each restore from a backup is one. */
  branches: number;
  /** Ways that have gone on since the newest parted: more than one are two PCs at work with one vault. */
  writers: number;
}

/** Both ways are kept, whichever it was: a vault put back from its backup, or one that is at work in two places. */
export const listBranched = async (db: Queryable): Promise<Branched[]> =>
  (
    await db.query<Branched>(
      `WITH branch AS (
         SELECT child.office, child.desk, child.epoch
         FROM epoch AS child
           JOIN epoch AS parent ON (parent.office, parent.desk, parent.epoch) = (child.office, child.desk, child.parent_epoch)
         WHERE parent.held > child.parent_seq
            OR EXISTS (SELECT 1 FROM epoch AS twin WHERE (twin.office, twin.desk, twin.parent_epoch) =
                 (child.office, child.desk, child.parent_epoch) AND twin.arrival < child.arrival)),
       parted AS (
         SELECT office, desk, count(*)::int AS branches,
           max((SELECT min(received_at) FROM batch
                WHERE (batch.office, batch.desk, batch.epoch) = (branch.office, branch.desk, branch.epoch))) AS since
         FROM branch GROUP BY office, desk)
       SELECT parted.office, parted.desk, branches,
         (SELECT count(*)::int FROM epoch AS leaf
          WHERE (leaf.office, leaf.desk) = (parted.office, parted.desk)
            AND NOT EXISTS (SELECT 1 FROM epoch AS next WHERE (next.office, next.desk, next.parent_epoch) =
              (leaf.office, leaf.desk, leaf.epoch) AND next.parent_seq = leaf.held)
            AND EXISTS (SELECT 1 FROM batch WHERE (batch.office, batch.desk, batch.epoch) =
              (leaf.office, leaf.desk, leaf.epoch) AND received_at >= since)) AS writers
       FROM parted`,
    )
  ).rows;
