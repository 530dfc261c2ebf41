import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { transaction } from '../vault/database.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample, signInSample } from '../testing-intake.ts';
import { projectAnew } from './projections.ts';
import { projectUnfinished } from './waiting-lines.ts';

const opened: TestDesk[] = [];
const openDesk = (folder?: string): TestDesk => {
  const one = openTestDesk(folder === undefined ? {} : { folder });
  opened.push(one);
  return one;
};
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** The vault as it stands, without the lines being written first. */
const rawVault = ({ desk }: TestDesk) => {
  if (!desk.cabinet) throw new Error('no vault is open');
  return desk.cabinet.db;
};

const countLines = (desk: TestDesk): number =>
  rawVault(desk).prepare('SELECT count(*) AS n FROM dossier').get<{ n: number }>()?.n ?? NaN;

/** Places in the search index and before it where a name stands: one for each dossier. */
const countWords = (desk: TestDesk): number =>
  rawVault(desk)
    .prepare(
      `SELECT (SELECT count(*) FROM fresh_text WHERE name LIKE '%mau%') +
         (SELECT count(*) FROM dossier_text WHERE dossier_text MATCH 'mau') AS n`,
    )
    .get<{ n: number }>()?.n ?? NaN;

const find = async (desk: TestDesk): Promise<string[]> => {
  const answer = await desk.ask('dossier.find', { text: 'nguyen thi mau' });
  return answer.ok ? answer.value.rows.map((row) => row.id) : [answer.fault.code];
};

const list = async (desk: TestDesk): Promise<string[]> => {
  const filter = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' } as const;
  const answer = await desk.ask('dossier.list', { filter, offset: 0, limit: 10 });
  return answer.ok ? answer.value.rows.map((row) => row.id) : [answer.fault.code];
};

/** A desk that has just answered an acceptance: the turn in which it writes the line has not come yet. */
const acceptedJustNow = async () => {
  const desk = openDesk();
  await foundSample(desk);
  const { dossier } = await acceptSample(desk);
  expect(countLines(desk)).toBe(0);
  return { desk, dossier };
};

describe('the line of a dossier just taken in', () => {
  it('stands before anything asks for it, and once', async () => {
    const { desk, dossier } = await acceptedJustNow();
    expect(await list(desk)).toEqual([dossier]);
    expect(await find(desk)).toEqual([dossier]);
    expect([countLines(desk), countWords(desk)]).toEqual([1, 1]);
  });

  it('is written in the next turn when nothing asks, and told after it', async () => {
    const { desk, dossier } = await acceptedJustNow();
    await new Promise((next) => setImmediate(next));
    expect(countLines(desk)).toBe(1);
    expect(desk.told.filter(({ kind }) => kind === 'delta')).toMatchObject([{ rows: [{ id: dossier }] }]);
  });

  it('is written at the next opening after a cut, and a second one warned of', async () => {
    const { desk, dossier } = await acceptedJustNow();
    const copy = join(desk.folder, 'after-the-cut');
    for (const name of ['vault', 'guard'])
      cpSync(join(desk.folder, name), join(copy, name), { recursive: true });
    const next = openDesk(copy);
    await signInSample(next);
    expect([countLines(next), countWords(next)]).toEqual([1, 1]);
    expect(await list(next)).toEqual([dossier]);
    expect(await find(next)).toEqual([dossier]);
    const preview = await next.ask('intake.preview', { id: randomUUID(), form: await readySample(next) });
    expect(preview.ok && preview.value.duplicates.map(({ id }) => id)).toEqual([dossier]);
    // Nothing is owed any more: what was written before stays as it is.
    const db = rawVault(next);
    db.exec("UPDATE dossier SET holder = 'as before'");
    projectUnfinished(db);
    expect(db.prepare('SELECT holder FROM dossier').all()).toEqual([{ holder: 'as before' }]);
  });

  it('is the same where the journal was read by somebody else first', async () => {
    const { desk, dossier } = await acceptedJustNow();
    transaction(rawVault(desk), () => projectAnew(rawVault(desk), dossier));
    expect(await find(desk)).toEqual([dossier]);
    expect([countLines(desk), countWords(desk)]).toEqual([1, 1]);
  });

  it('waits for room on a full disk, which can be read meanwhile', async () => {
    const { desk } = await acceptedJustNow();
    const db = rawVault(desk);
    db.exec('CREATE TABLE filler (body BLOB)');
    const taken: string[] = [];
    let found: string[] = [];
    // A few lines share a page: one of the next needs another.
    while (taken.length < 12 && found.length === taken.length) {
      taken.push((await acceptSample(desk)).dossier);
      db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
      expect(() => {
        for (;;) transaction(db, () => db.prepare('INSERT INTO filler VALUES (randomblob(3000))').run());
      }).toThrow();
      found = (await list(desk)).slice(0, -1);
      db.pragma('max_page_count = 1000000');
    }
    expect(found).toHaveLength(taken.length - 1);
    expect((await list(desk))[0]).toBe(taken.at(-1));
    expect(await find(desk)).toHaveLength(taken.length + 1);
  });

  it('waits for the disk no longer than its row: the commit after it does again', async () => {
    const { desk } = await acceptedJustNow();
    await list(desk);
    expect(rawVault(desk).pragma('synchronous', { simple: true })).toBe(2);
  });
});
