import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestJournal, accepted } from '../journal/testing.ts';
import type { TestJournal } from '../journal/testing.ts';
import { twinQuery, twinsOfQuery } from './twins.ts';

let journal: TestJournal;
beforeEach(() => {
  journal = openTestJournal();
  journal.write([accepted('d1', 1), accepted('d2', 2)]);
});
afterEach(() => journal.close());

it('looks through no other dossier for the twins of one: every act’s answer waits for it', () => {
  const steps = journal.db
    .prepare(`EXPLAIN QUERY PLAN ${twinsOfQuery}`)
    .all(['d1', 'd1', 'd1'])
    .map((row) => String(row['detail']));
  expect(steps.filter((step) => step.startsWith('SCAN') && step !== 'SCAN CONSTANT ROW')).toEqual([]);
  expect(steps.join('; ')).toContain('SEARCH other USING INDEX dossier_owner');
});

it('looks for requests taken in twice from the other desks’ side, and reads no line where there is none', () => {
  const steps = journal.db
    .prepare(`EXPLAIN QUERY PLAN ${twinQuery}`)
    .all([])
    .map((row) => String(row['detail']))
    .filter((step) => /\bdossier\b/u.test(step));
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([
    'SCAN dossier USING COVERING INDEX dossier_marks',
  ]);
  expect(steps.join('; ')).toMatch(
    /SEARCH dossier USING INTEGER PRIMARY KEY.*SEARCH dossier USING INDEX dossier_owner/u,
  );
});
