import * as z from 'zod';
import type { Queryable } from './database.ts';

const named = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().min(0) });

const fileIn = (value: unknown): z.infer<typeof named>[] => {
  const file = named.safeParse(value);
  return file.success ? [file.data] : [];
};

/** Files a payload names, wherever in it, as one `file` or a list of `files` (shared/dossier/form.ts, AttachmentRef). */
const filesOf = (value: unknown): z.infer<typeof named>[] => {
  if (Array.isArray(value)) return value.flatMap(filesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'files' && Array.isArray(inner)) return inner.flatMap(fileIn);
    return key === 'file' ? fileIn(inner) : filesOf(inner);
  });
};

/** Whether a row's text can name any: most do not, and walking through what they hold costs as much as all their hashes. */
export const mayNameFiles = (payload: string): boolean => /"files?"/u.test(payload);

/** Notes what admitted rows name: such files alone may be uploaded. The first size named counts. */
export const noteNamedFiles = async (
  on: Queryable,
  office: string,
  payloads: readonly unknown[],
): Promise<void> => {
  const files = [...new Map(payloads.flatMap(filesOf).map(({ hash, size }) => [hash, size]))];
  if (files.length === 0) return;
  await on.query(
    `INSERT INTO named_file (office, sha256, size)
     SELECT $1, decode(hash, 'hex'), size FROM unnest($2::text[], $3::bigint[]) AS file (hash, size) ON CONFLICT DO NOTHING`,
    [office, files.map(([hash]) => hash), files.map(([, size]) => size)],
  );
};
