import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { papers } from '../main/signing/testing-signing-desk.ts';
import { acceptSample, readySample, signInSample } from '../main/testing-intake.ts';
import { openTestDesk } from '../main/testing-desk.ts';

/** Puts a dossier with so many PDFs among its papers into a founded vault: the list of what waits to be signed. */
export const layPapers = async (root: string, count: number): Promise<void> => {
  const paths = Object.entries(await papers(count)).map(([name, bytes]) => {
    const path = join(root, name);
    writeFileSync(path, bytes);
    return path;
  });
  const desk = openTestDesk({ folder: root, dialogs: { openFiles: () => Promise.resolve(paths) } });
  await signInSample(desk);
  const picked = await desk.ask('digitise.pick', {});
  if (!picked.ok) throw new Error(picked.fault.code);
  const form = await readySample(desk);
  const [first, ...others] = form.components;
  if (!first) throw new Error('a procedure without papers');
  await acceptSample(desk, { ...form, components: [{ ...first, files: picked.value }, ...others] });
  desk.close();
};

/** Files below a folder that hold these bytes. */
export const filesWith = (folder: string, secret: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => readFileSync(path).includes(secret));

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It has ended since it was listed.
    return '';
  }
};

/** Every process that descends from `leader`, and itself. */
export const processesOf = (leader: number): number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(
      (name) => [Number(name), Number(read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1])] as const,
    );
  const below = (pid: number): number[] => [
    pid,
    ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ];
  return below(leader);
};

/** Whether a process would leave an image of its memory behind when it crashes. */
export const mayDumpCore = (pid: number): boolean =>
  !/^Max core file size +0 +0 /m.test(read(`/proc/${pid}/limits`));

/** What of the processes shows a secret in its arguments or its environment. */
export const processesWith = (pids: readonly number[], secret: string): string[] =>
  pids
    .flatMap((pid) => ['cmdline', 'environ'].map((file) => `/proc/${pid}/${file}`))
    .filter((path) => read(path).includes(secret));
