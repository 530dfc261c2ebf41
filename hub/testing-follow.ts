import type { Database } from './database.ts';
import { followOffice } from './follow.ts';
import type { AlsoWith } from './follow.ts';

/** Follows an office's feed to its end; what a running hub is just at is waited for. */
export const followAll = async (
  db: Database,
  office: string,
  also: AlsoWith = () => Promise.resolve(),
): Promise<void> => {
  const isBehind = async (): Promise<boolean> => {
    const { rowCount } = await db.query(
      'SELECT 1 FROM office JOIN followed USING (office) WHERE office.office = $1 AND followed.position = office.position',
      [office],
    );
    return rowCount === 0;
  };
  while (await isBehind()) await followOffice(db, office, also);
};
