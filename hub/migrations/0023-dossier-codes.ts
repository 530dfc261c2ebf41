import type { Migration } from './migration.ts';

/** Which dossier a code on paper means, and the key its receipt carries. Filled with what is admitted already. */
export const dossierCodes: Migration = {
  version: 23,
  name: 'dossier-codes',
  sql: `
CREATE TABLE dossier_code (
  code    text NOT NULL,
  dossier text NOT NULL,
  office  text NOT NULL,
  key     text NOT NULL,
  PRIMARY KEY (code, dossier)
);

CREATE FUNCTION pg_temp.text_in(payload text, name text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN payload::jsonb ->> name;
EXCEPTION WHEN others THEN
  -- A desk may have written what is no JSON.
  RETURN NULL;
END $$;
INSERT INTO dossier_code (code, dossier, office, key)
  SELECT upper(pg_temp.text_in(row.payload, 'code')), feed.subject, feed.office, coalesce(pg_temp.text_in(row.payload, 'key'), '')
  FROM feed JOIN journal_row AS row USING (office, desk, epoch, seq)
  WHERE feed.type = 'dossierAccepted' AND feed.verdict IN ('fact', 'conflict')
    AND pg_temp.text_in(row.payload, 'code') IS NOT NULL
  ON CONFLICT DO NOTHING;
`,
};
