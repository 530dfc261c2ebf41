import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { makeHub } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { getCabinet } from '../desk/desk.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { hasAttachment, putAttachment } from '../vault/attachments.ts';
import { closeLine, joinHub, level, openLineDesk, until } from './testing-line.ts';
import type { LineDesk } from './testing-line.ts';
import { countWaitingFiles } from './files/waiting-files.ts';

const office = 'H80.1';
let hub: TestHub;
const desks: LineDesk[] = [];
beforeAll(async () => {
  hub = await makeHub();
});
afterEach(async () => {
  for (const one of desks.splice(0)) await closeLine(one);
});
afterAll(async () => {
  await hub.drop();
});

/** A scan in the vault of a desk, and a dossier that names it. */
const acceptWith = async (desk: LineDesk, bytes: number): Promise<{ sha256: string; dossier: string }> => {
  const { databaseKey } = getCabinet(desk.desk);
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
  const stored = await putAttachment(desk.desk.places.data, databaseKey, Readable.from([content]));
  const file = { hash: stored.hash, name: 'scan.pdf', size: stored.size, mime: 'application/pdf' };
  const form = await readySample(desk);
  const [first, ...rest] = form.components;
  if (!first) throw new Error('no component');
  const { dossier } = await acceptSample(desk, {
    ...form,
    components: [{ ...first, files: [file] }, ...rest],
  });
  return { sha256: createHash('sha256').update(content).digest('hex'), dossier };
};

const kept = async (): Promise<{ sha256: string; size: number }[]> =>
  (
    await hub.db.query<{ sha256: string; size: number }>(
      "SELECT encode(sha256, 'hex') AS sha256, size::int AS size FROM kept_file WHERE office = $1",
      [office],
    )
  ).rows;

it('an attachment goes on where the line was cut, counts once the hub has vouched for it, and is brought to another desk when wanted', async () => {
  const offsets: number[] = [];
  let cuts = 1;
  const one = await openLineDesk(1, office, {
    reach: async (url, init) => {
      if (init.method === 'PATCH') {
        const offset = Number(new Headers(init.headers).get('upload-offset'));
        if (offset > 0 && cuts > 0) {
          cuts -= 1;
          throw new TypeError('the line is cut');
        }
        offsets.push(offset);
      }
      return fetch(url, init);
    },
  });
  const saveTo = { file: '' };
  const two = await openLineDesk(2, office, { dialogs: { saveFile: () => Promise.resolve(saveTo.file) } });
  desks.push(one, two);
  await joinHub(hub, one);
  await joinHub(hub, two);
  const { sha256, dossier } = await acceptWith(one, 900_000);
  await level(hub, [one, two]);
  const { db } = getCabinet(one.desk);
  await until(async () => {
    await one.ask('sync.sendNow', {});
    return countWaitingFiles(db) === 0;
  });
  // Whole at the hub, under the hash the row names; no byte before the cut was sent again.
  expect(await kept()).toEqual([{ sha256, size: 900_009 }]);
  expect(offsets).toEqual([0, 262_144, 524_288, 786_432]);

  const { databaseKey } = getCabinet(two.desk);
  expect(hasAttachment(two.desk.places.data, databaseKey, sha256)).toBe(false);
  const id = dossier;
  expect(await two.ask('dossier.get', { id })).toMatchObject({ ok: true, value: { elsewhere: [sha256] } });
  const foreign = async () => {
    const listed = await two.ask('sync.items', {});
    return listed.ok ? listed.value.foreign : listed.fault;
  };
  expect(await foreign()).toMatchObject({
    count: 1,
    files: [{ dossier: id, hash: sha256, name: 'scan.pdf', ownerName: 'Nguyễn Thị Mẫu' }],
  });
  expect(await two.ask('sync.fetchFile', { id, hash: sha256 })).toMatchObject({
    ok: true,
    value: { elsewhere: [] },
  });
  expect(hasAttachment(two.desk.places.data, databaseKey, sha256)).toBe(true);
  expect(await foreign()).toEqual({ count: 0, files: [] });
  // Once here it is a file like any other, and the province has it: nothing waits.
  const target = join(two.folder, 'scan.pdf');
  saveTo.file = target;
  expect(await two.ask('dossier.saveFile', { id, hash: sha256 })).toMatchObject({ ok: true });
  expect(createHash('sha256').update(readFileSync(target)).digest('hex')).toBe(sha256);
  await until(() => countWaitingFiles(getCabinet(two.desk).db) === 0);
  expect(await two.ask('sync.fetchFile', { id, hash: '0'.repeat(64) })).toMatchObject({
    ok: false,
    fault: { code: 'fileNotHere' },
  });
});
