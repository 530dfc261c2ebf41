// A process of its own, whose memory is nobody else's: a desk takes a file through all it is used for. See large-scan.test.ts.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { dropPartBytes } from '../../shared/dossier/file-limits.ts';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import { getCabinet } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { closeSigning } from '../signing/room.ts';
import { openTestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';
import { scanPages } from './testing-scan-file.ts';

const [folder = '', scan = '', p12 = '', password = ''] = process.argv.slice(2);

const valueOf = <T>(answer: { ok: true; value: T } | { ok: false; fault: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
};

const told: Record<string, { buffers: number; resident: number }> = {};

/** Before it had a file in hand. */
let before = process.memoryUsage();

/** Notes how many more bytes of buffers, and of the process in all, were in use at most while `work` was done. */
const watching = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  globalThis.gc?.();
  let [buffers, resident] = [0, 0];
  const look = (): void => {
    const now = process.memoryUsage();
    buffers = Math.max(buffers, now.arrayBuffers - before.arrayBuffers);
    resident = Math.max(resident, now.rss - before.rss);
  };
  const looking = setInterval(look, 5);
  try {
    const done = await work();
    look();
    return done;
  } finally {
    clearInterval(looking);
    told[name] = { buffers, resident };
  }
};

const saved = join(folder, 'saved.pdf');
let picked = scan;
const test = openTestDesk({
  folder,
  dialogs: {
    openFiles: () => Promise.resolve([picked]),
    saveFile: () => Promise.resolve(saved),
  },
});
const { desk } = test;
await foundSample(test);
globalThis.gc?.();
before = process.memoryUsage();

const [file] = await watching('pick', async () => valueOf(await test.ask('digitise.pick', {})));
if (!file) throw new Error('nothing was taken in');
const { hash, size } = file;

const given = await open(scan);
const part = async (from: number): Promise<Uint8Array<ArrayBuffer>> => {
  const { buffer, bytesRead } = await given.read(new Uint8Array(dropPartBytes), 0, dropPartBytes, from);
  return buffer.subarray(0, bytesRead);
};
const dropped = await watching('drop', async () => {
  for (let from = 0; ; from += dropPartBytes) {
    const bytes = await part(from);
    const taken = valueOf(await test.ask('digitise.drop', { name: 'thả.pdf', size, from, bytes }));
    if (taken) return taken;
  }
});

await watching('open', async () => valueOf(await test.ask('attachment.open', { hash })));
/** Parts of it that are the file's own. */
let same = 0;
await watching('read', async () => {
  // Each tenth begins somewhere else in its sealed chunk.
  for (let from = 0; from < size; from += 10 * dropPartBytes + 12_345) {
    const bytes = await part(from);
    const to = from + bytes.length;
    const read = valueOf(await test.ask('attachment.read', { hash, from, to }));
    same += Buffer.compare(read, bytes) === 0 ? 1 : 0;
  }
});
await given.close();

const sheets = Array.from({ length: scanPages }, (_, page) => ({ hash, page, turn: 0 as const }));
const files = [{ ...file, pages: scanPages }];
const [composed] = await watching('compose', async () =>
  valueOf(await test.ask('digitise.compose', { name: 'Tờ khai', sheets, files })),
);

const form = await readySample(test);
const [first, ...others] = form.components;
if (!first) throw new Error('a procedure without papers');
const { dossier } = await acceptSample(test, {
  ...form,
  components: [{ ...first, files: [file] }, ...others],
});

picked = p12;
valueOf(await test.ask('signing.chooseFile', {}));
const signing = await watching('sign', () =>
  test.ask('signing.sign', {
    files: [{ dossier, hash }],
    place: 'person',
    pin: new TextEncoder().encode(password),
    evenIfLast: false,
  }),
);
const state = findDossierState(getCabinet(desk).db, dossier);
const signed = state && filesOf(state)[0]?.file;
if (!signed || signed.hash === hash) throw new Error(JSON.stringify(signing));

await watching('save', async () =>
  valueOf(await test.ask('dossier.saveFile', { id: dossier, hash: signed.hash })),
);
await closeSigning(desk);
test.close();
process.stdout.write(
  JSON.stringify({
    memory: told,
    hashes: [hash, dropped.hash, composed?.hash],
    same,
    signed: { hash: signed.hash, saved },
  }),
);
