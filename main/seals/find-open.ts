import type { OpenDays } from '../../shared/contract.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { mostDays } from './draw-seal.ts';
import { sealedUpTo } from './projection.ts';

/** Read at most: a counter that was never closed must not wait for its whole history at each start. */
const mostPapers = 4000;

/** Days with papers of this desk since the last seal, oldest first. Another desk's dossiers have lines of their own and are sealed there. */
export const findOpenDays = (db: ReadableDatabase): OpenDays => {
  const found = db
    .prepare(
      `SELECT business_day AS day, count(*) AS papers FROM
         (SELECT business_day FROM dossier WHERE rowid > ? ORDER BY rowid LIMIT ${mostPapers})
       GROUP BY business_day ORDER BY business_day`,
    )
    .all<{ day: string; papers: number }>([sealedUpTo(db)]);
  return { open: found.slice(0, mostDays), more: found.length > mostDays };
};
