import type { Migration } from './migration.ts';

/** What a desk tells of itself beside its rows; absent until it has told. */
export const deskStatus: Migration = {
  version: 21,
  name: 'desk-status',
  sql: `
ALTER TABLE desk
  ADD COLUMN status_at     bigint,
  ADD COLUMN files_waiting int NOT NULL DEFAULT 0,
  ADD COLUMN disk_free     bigint,
  ADD COLUMN disk_size     bigint,
  ADD COLUMN backup_at     bigint,
  -- What its receipts' keys are made with.
  ADD COLUMN lookup_key    bytea;
`,
};
