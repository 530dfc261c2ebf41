// @ts-check
import { packagedApp } from './packaged-app.mjs';
import { isMain } from './setup/run.mjs';
import { runScript, say, SetupFault } from './setup/say.mjs';

/**
 * What the packaged executable must allow. The tested copy differs in EnableNodeCliInspectArguments alone.
 * @type {Readonly<Record<string, boolean>>}
 */
export const intendedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/**
 * Reads the fuses out of an executable.
 * @param {string} executable
 * @returns {Promise<Record<string, boolean | undefined>>} undefined: this Electron has no such fuse
 */
export async function readFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  /** @type {Record<string, boolean | undefined>} */
  const found = {};
  for (const name of Object.keys(intendedFuses)) {
    const state = wire[FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]];
    // The wire holds the characters 0 and 1; anything else is an inherited or removed fuse.
    found[name] = state === 0x31 ? true : state === 0x30 ? false : undefined;
  }
  return found;
}

/**
 * The fuses that are not as intended, one line each.
 * @param {Record<string, boolean | undefined>} found
 * @param {Readonly<Record<string, boolean>>} intended
 * @returns {string[]}
 */
export function wrongFuses(found, intended) {
  const word = (/** @type {boolean | undefined} */ state) =>
    state === undefined ? 'absent' : state ? 'on' : 'off';
  return Object.entries(intended)
    .filter(([name, wanted]) => found[name] !== wanted)
    .map(([name, wanted]) => `${name} is ${word(found[name])}, meant ${word(wanted)}`);
}

/**
 * Throws unless an executable has the fuses meant for it.
 * @param {string} executable
 * @param {{ tested: boolean }} which
 */
export async function checkFuses(executable, { tested }) {
  const intended = { ...intendedFuses, EnableNodeCliInspectArguments: tested };
  const wrong = wrongFuses(await readFuses(executable), intended);
  if (wrong.length > 0) throw new SetupFault(`${executable}: ${wrong.join('; ')}`);
}

if (isMain(import.meta.url)) {
  await runScript(async () => {
    const { shipped, tested } = packagedApp();
    await checkFuses(shipped, { tested: false });
    await checkFuses(tested, { tested: true });
    say('Fuses are as meant; the tested copy differs in EnableNodeCliInspectArguments alone');
  });
}
