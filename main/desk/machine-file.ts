import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../vault/durable-file.ts';

/** Folders remembered: this stick, the one before it, and one more. */
const keptFolders = 3;

const shape = z.object({
  language: z.enum(['vi', 'en']).catch('vi'),
  highContrast: z.boolean().catch(false),
  /** Where backups were put, the last first: a vault that no longer opens cannot tell. */
  backupFolders: z.array(z.string().max(1000)).max(keptFolders).catch([]),
});

/** What this machine knows before anybody has signed in, in the clear. Nothing about any citizen or clerk. */
export type MachineFile = z.infer<typeof shape>;

/** As it was left; Vietnamese, plain colours and no folder when there is nothing to be read. */
export const readMachineFile = (file: string): MachineFile => {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return shape.parse({});
  }
};

export const saveMachineFile = (file: string, change: Partial<MachineFile>): void => {
  const before = readMachineFile(file);
  const after = { ...before, ...change };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeDurably(file, Buffer.from(JSON.stringify(after)));
};

/** Puts a folder first among those where backups are looked for. */
export const rememberBackupFolder = (file: string, folder: string): void => {
  const { backupFolders } = readMachineFile(file);
  const others = backupFolders.filter((other) => other !== folder);
  saveMachineFile(file, { backupFolders: [folder, ...others].slice(0, keptFolders) });
};
