import { mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { putAttachment } from './attachments.ts';
import { dropBallast, holdsBallast, layBallast, spendingBallast } from './ballast.ts';
import { closeDatabase, createDatabase, openDatabase, transaction } from './database.ts';
import { writeDurably } from './durable-file.ts';
import { vaultPaths } from './folder.ts';
import { migrate } from './migrations/index.ts';
import { readLobby } from './lobby.ts';
import { faultOf, makeFolder, makeVault, mountSmallDisk, removeFolder } from './testing.ts';

const megabyte = 1024 * 1024;

describe('the ballast', () => {
  it('really takes its room: bytes that cannot be squeezed, on disk', async () => {
    const folder = makeFolder();
    const { ballast } = vaultPaths(folder);
    expect(await layBallast(folder, 3 * megabyte)).toBe('held');
    expect(statSync(ballast).blocks * 512).toBeGreaterThanOrEqual(3 * megabyte);
    expect(gzipSync(readFileSync(ballast)).length).toBeGreaterThan(3 * megabyte * 0.99);
    expect(await layBallast(folder, 3 * megabyte)).toBe('held');
    expect(dropBallast(folder)).toBe(true);
    expect(dropBallast(folder)).toBe(false);
    removeFolder(folder);
  });

  it('passes on every other fault', async () => {
    const folder = makeFolder();
    await layBallast(folder, megabyte);
    const bug = new Error('bug');
    expect(() =>
      spendingBallast(folder, () => {
        throw bug;
      }),
    ).toThrow(bug);
    expect(holdsBallast(folder)).toBe(true);
    removeFolder(folder);
  });
});

const disk = mountSmallDisk(24);

describe.skipIf(disk === undefined)('a full disk', () => {
  afterAll(() => disk?.unmount());

  it('loses no commit, says so, saves the draft out of the ballast, closes and comes back', async () => {
    const folder = disk!.folder;
    const file = join(folder, 'vault.db');
    const key = Buffer.alloc(32, 9);
    const db = createDatabase(file, key);
    migrate(db);
    expect(await layBallast(folder, 4 * megabyte)).toBe('held');

    const accept = (n: number): void =>
      transaction(db, () => {
        db.prepare('INSERT INTO setting (name, body) VALUES (?, ?)').run([`n${n}`, 'x'.repeat(40_000)]);
      });
    let accepted = 0;
    const fill = async (): Promise<string> =>
      faultOf(() => {
        for (; accepted < 10_000; accepted++) accept(accepted);
      });
    expect(await fill()).toBe('diskFull');
    expect(accepted).toBeGreaterThan(50);
    const rows = (): unknown => db.prepare('SELECT count(*) AS n FROM setting').get();
    expect(rows()).toEqual({ n: accepted });

    const saveDraft = (): void =>
      transaction(db, () => {
        db.prepare('INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?)').run([
          'd',
          'open',
          'x'.repeat(90_000),
          'c1',
          1,
          1,
        ]);
      });
    spendingBallast(folder, saveDraft);
    expect(holdsBallast(folder)).toBe(false);
    expect(await layBallast(folder, 4 * megabyte)).toBe('noRoom');
    closeDatabase(db);

    const again = openDatabase(file, key);
    expect(again.prepare('SELECT count(*) AS n FROM setting').get()).toEqual({ n: accepted });
    expect(again.prepare('SELECT length(body) AS n FROM draft').get()).toEqual({ n: 90_000 });
    closeDatabase(again);
  });

  it('keeps the old slot file, ballast and attachments as they were', async () => {
    for (const name of readdirSync(disk!.folder)) rmSync(join(disk!.folder, name));
    const folder = join(disk!.folder, 'small');
    mkdirSync(folder);
    const slots = join(folder, 'slots-a.json');
    writeDurably(slots, Buffer.from('old'));
    for (let n = 0; ; n++) {
      if ((await faultOf(() => writeDurably(join(folder, `fill${n}`), Buffer.alloc(64_000)))) === 'diskFull')
        break;
    }
    expect(await faultOf(() => writeDurably(slots, Buffer.alloc(70_000)))).toBe('diskFull');
    expect(readFileSync(slots, 'utf8')).toBe('old');
    const source = Readable.from([Buffer.alloc(900_000)]);
    expect(await faultOf(() => putAttachment(folder, Buffer.alloc(32), source))).toBe('diskFull');
    expect(await faultOf(() => makeVault(join(folder, 'vault')))).toBe('diskFull');
    expect(readLobby(join(folder, 'vault'))).toEqual({ state: 'empty' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.writing'))).toEqual([]);
  });
});
