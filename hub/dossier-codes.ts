import * as z from 'zod';
import type { Queryable } from './database.ts';

const accepted = z.object({ code: z.string().max(60), key: z.string().max(60) });

/** Notes the codes of admitted acceptances, for who holds the paper. */
export const noteCodes = async (
  on: Queryable,
  office: string,
  rows: readonly { subject: string; payload: unknown }[],
): Promise<void> => {
  const codes = rows.flatMap(({ subject, payload }) => {
    const read = accepted.safeParse(payload);
    return read.success ? [{ subject, code: read.data.code.toUpperCase(), key: read.data.key }] : [];
  });
  if (codes.length === 0) return;
  await on.query(
    `INSERT INTO dossier_code (code, dossier, office, key)
     SELECT code, dossier, $1, key FROM unnest($2::text[], $3::text[], $4::text[]) AS one (code, dossier, key) ON CONFLICT DO NOTHING`,
    [office, codes.map(({ code }) => code), codes.map(({ subject }) => subject), codes.map(({ key }) => key)],
  );
};

export interface CodedDossier {
  dossier: string;
  office: string;
  key: string;
}

/** Dossiers with this code: one, or both of two that met by a fault. */
export const findByCode = async (db: Queryable, code: string): Promise<CodedDossier[]> =>
  (await db.query<CodedDossier>('SELECT dossier, office, key FROM dossier_code WHERE code = $1', [code]))
    .rows;
