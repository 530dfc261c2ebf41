// @ts-check
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfFiles, sourceFiles } from '../build/inputs.mjs';
import { root, runToEnd } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';

/**
 * A trial vault with `dossiers` accepted ones, made once for the sources that shape it and kept in .cache/.
 * @param {number} dossiers
 * @returns {Promise<string>} folder with vault/, guard/ and seed.json
 */
export async function seededVault(dossiers) {
  const shapes = ['main/vault/migrations', 'main/journal', 'shared/dossier', 'shared/journal'];
  const hash = hashOfFiles(root, [
    'main/tools/seed-vault.ts',
    ...shapes
      .flatMap((folder) => sourceFiles(root, folder))
      .filter((file) => !/\.test\.|\/testing-/u.test(file)),
  ]).slice(0, 12);
  const folder = join(root, '.cache', 'bench', `vault-${dossiers}-${hash}`);
  if (existsSync(join(folder, 'seed.json'))) return folder;
  say(`Seeding a vault with ${dossiers} dossiers; takes minutes, once`);
  const work = `${folder}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const tool = join(root, 'out', 'tools', 'seed-vault.mjs');
  const args = [tool, '--dir', work, '--assets', join(root, 'assets'), '--dossiers', String(dossiers)];
  const code = await runToEnd(process.execPath, args);
  if (code !== 0) throw new Error(`seed-vault ended with ${code}`);
  renameSync(work, folder);
  return folder;
}
