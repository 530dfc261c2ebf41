import { randomBytes } from 'node:crypto';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putAttachment } from './attachments.ts';
import { checkInWorker } from './check-worker.ts';
import { pragmaNumber, transaction } from './database.ts';
import { vaultPaths } from './folder.ts';
import type { Place } from './testing-place.ts';
import { MANY_ROWS, addRows, makePlace, smashPage } from './testing-place.ts';
import { buildScript } from './testing-process.ts';
import { removeFolder } from './testing.ts';

let place: Place;
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => removeFolder(place.root));

const week = 7 * 24 * 60 * 60_000;

const check = async (full: boolean, now = Date.now()) => {
  const heard: unknown[] = [];
  const script = pathToFileURL(buildScript('main/vault/check-vault.process.ts'));
  const { folder, made } = place;
  const task = { folder, databaseKey: made.databaseKey, full, now };
  return { found: await checkInWorker(task, (progress) => heard.push(progress), script), heard };
};

describe('a look through the vault in a worker', () => {
  it('finds a whole one sound, beside its writer, and says when the structure’s turn comes', async () => {
    await place.withVault(async (db) => {
      addRows(db, 1, MANY_ROWS);
      expect(await check(true)).toMatchObject({
        found: { full: true, sound: true, brokenPages: 0, findings: 0 },
        heard: ['structure'],
      });
      expect(await check(false)).toMatchObject({ found: { full: false, sound: true }, heard: [] });
    });
  });

  it('counts broken pages where a first look finds nothing', async () => {
    // Behind all that a new vault holds: pages of the rows just added.
    const held = place.withVault((db) => pragmaNumber(db, 'page_count'));
    place.withVault((db) => addRows(db, 1, MANY_ROWS));
    for (const page of [10, 60]) smashPage(vaultPaths(place.folder).database, held + page);
    expect((await check(false)).found.sound).toBe(true);
    expect((await check(true)).found).toMatchObject({ sound: false, brokenPages: 2 });
    smashPage(vaultPaths(place.folder).database, 1);
    expect((await check(true)).found).toMatchObject({ sound: false, findings: 1 });
  });

  it('notes files no dossier and no draft names, once they are a week old, and removes none', async () => {
    const { folder, made } = place;
    const put = (bytes: number) =>
      putAttachment(folder, made.databaseKey, Readable.from([randomBytes(bytes)]));
    const [named, drafted, stray] = [await put(100), await put(200), await put(300)];
    place.withVault((db) =>
      transaction(db, () => {
        db.prepare(
          'INSERT INTO attachment (hash, dossier, name, size, mime, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        ).run([named.hash, 'd', 'a.pdf', 100, 'application/pdf', 1]);
        db.prepare('INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?)').run([
          'x',
          'open',
          JSON.stringify({ components: [{ files: [{ hash: drafted.hash }] }] }),
          'c',
          1,
          1,
        ]);
      }),
    );
    expect((await check(false)).found).toMatchObject({ strayFiles: 0 });
    const later = Date.now() + week + 60_000;
    const { found } = await check(false, later);
    expect(found).toMatchObject({ strayFiles: 1 });
    expect(found.strayBytes).toBeGreaterThan(300);
    // What a cut left in the middle of an attachment counts too.
    const incoming = join(vaultPaths(folder).attachments, 'incoming');
    mkdirSync(incoming, { recursive: true });
    writeFileSync(join(incoming, 'half'), 'x');
    utimesSync(join(incoming, 'half'), new Date(0), new Date(0));
    expect((await check(false, later)).found).toMatchObject({ strayFiles: 2 });
    expect(stray.size).toBe(300);
  });
});
