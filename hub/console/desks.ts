import { fingerprintOf } from '../../shared/sync/claims.ts';
import { crypto } from '../crypto.ts';
import type { Queryable } from '../database.ts';
import type { Lane } from '../enrolment.ts';
import { listBranched } from './branches.ts';

/** A desk as the province sees it; instants in milliseconds, sizes in bytes. */
export interface DeskStanding {
  office: string;
  desk: number;
  name: string;
  state: 'pending' | 'confirmed' | 'revoked';
  ended: 'stolen' | 'retired' | 'replaced' | null;
  fingerprint: string;
  lanes: Lane[];
  application: string;
  seenAt: number | null;
  clockOffset: number | null;
  waiting: number;
  waitingSince: number | null;
  filesWaiting: number;
  diskFree: number | null;
  diskSize: number | null;
  backupAt: number | null;
  held: number;
  admitted: number;
  /** Rows kept aside, and rows kept beside others. */
  aside: number;
  forks: number;
  /** How often its vault was put back from a backup, and whether two PCs write it by now. */
  branches: number;
  copied: boolean;
}

export const listDesks = async (db: Queryable): Promise<DeskStanding[]> => {
  const { rows } = await db.query<
    Omit<DeskStanding, 'fingerprint' | 'branches' | 'copied'> & { key: string }
  >(
    `SELECT office, desk, name, state, ended, encode(key, 'hex') AS key, lanes, application, seen_at AS "seenAt",
       clock_offset AS "clockOffset", waiting, waiting_since AS "waitingSince", files_waiting AS "filesWaiting",
       disk_free AS "diskFree", disk_size AS "diskSize", backup_at AS "backupAt",
       (SELECT coalesce(sum(held), 0)::bigint FROM epoch WHERE (epoch.office, epoch.desk) = (desk.office, desk.desk)) AS held,
       (SELECT coalesce(sum(admitted), 0)::bigint FROM epoch WHERE (epoch.office, epoch.desk) = (desk.office, desk.desk)) AS admitted,
       (SELECT count(*) FROM feed WHERE (feed.office, feed.desk, verdict) = (desk.office, desk.desk, 'quarantined')) AS aside,
       (SELECT count(*) FROM fork WHERE (fork.office, fork.desk) = (desk.office, desk.desk)) AS forks
     FROM desk WHERE desk > 0 ORDER BY office, desk`,
  );
  const branched = new Map(
    (await listBranched(db)).map((one) => [`${one.office} ${one.desk}`, one] as const),
  );
  return rows.map(({ key, ...row }) => {
    const found = branched.get(`${row.office} ${row.desk}`);
    return {
      ...row,
      fingerprint: key === '' ? '' : fingerprintOf(crypto, key),
      branches: found?.branches ?? 0,
      copied: (found?.writers ?? 0) > 1,
    };
  });
};
