import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { SigningDone, Telling } from '../../shared/contract.ts';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import type { Result } from '../../shared/faults.ts';
import { getCabinet } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { signInSample } from '../testing-intake.ts';
import { openSigningDesk, papers } from './testing-signing-desk.ts';
import type { SigningDesk } from './testing-signing-desk.ts';
import { tokenPins } from './testing-tokens.ts';

let desk: SigningDesk;
afterEach(() => desk.end());

/** How many files were done, each time the round told of it. */
const progress = (told: readonly Telling[]): number[] =>
  told.flatMap((one) => (one.kind === 'signing' && one.work ? [one.work.done] : []));

const waiting = async (): Promise<{ dossier: string; hash: string }[]> => {
  const answer = await desk.ask('signing.unsigned', {});
  return answer.ok ? answer.value.files.map(({ dossier, hash }) => ({ dossier, hash })) : [];
};

/** So many are done when a round is broken into. */
const enough = 5;

/** A round over all that waits, broken into on the way or not. */
const round = async (interrupt?: () => unknown) => {
  const files = await waiting();
  const from = desk.told.length;
  const under = desk.ask('signing.sign', {
    files,
    place: 'person',
    pin: desk.pin('BOB-EC'),
    evenIfLast: false,
  });
  if (interrupt) {
    await vi.waitFor(
      () => expect(Math.max(0, ...progress(desk.told.slice(from)))).toBeGreaterThanOrEqual(enough),
      { timeout: 50_000, interval: 5 },
    );
    await interrupt();
  }
  return { answer: await under, told: progress(desk.told.slice(from)) };
};

const outcome = (
  answer: Result<SigningDone>,
): { signed: number; stopped: string | undefined; left: number } => {
  if (!answer.ok) throw new Error(answer.fault.code);
  const { results, stopped, left } = answer.value;
  expect(results.map(({ fault }) => fault)).toEqual(results.map(() => null));
  return { signed: results.length, stopped: stopped?.code, left };
};

it('fifty files: stopped, crashed, handed over, locked and gone on with, each signed once and by one PIN a round', async () => {
  desk = await openSigningDesk();
  const { dossier } = await desk.takeIn(await papers(50));
  await desk.choose('BOB-EC');
  expect(await waiting()).toHaveLength(50);
  const rounds = [
    { interrupt: () => void desk.ask('signing.stop', {}), stopped: 'cancelled' },
    { interrupt: () => desk.fault('crash_sign'), stopped: 'driverCrashed' },
    {
      interrupt: () => signInSample(desk),
      stopped: /cancelled|tokenNotLoggedIn|tokenSessionLost/,
    },
    {
      interrupt: () => void desk.ask('session.lock', {}),
      stopped: /cancelled|tokenNotLoggedIn|tokenSessionLost/,
    },
  ];
  let left = 50;
  for (const { interrupt, stopped } of rounds) {
    const { answer, told } = await round(interrupt);
    const came = outcome(answer);
    expect(came.signed).toBeGreaterThanOrEqual(enough);
    expect(came.left).toBe(left - came.signed);
    expect(came.stopped).toMatch(stopped);
    // Told one by one, never back.
    expect([...new Set(told)]).toEqual(Array.from({ length: came.signed + 1 }, (_, done) => done));
    left = came.left;
    desk.mend('crash_sign');
    if (desk.desk.session === null) await signInSample(desk);
    expect(await waiting()).toHaveLength(left);
  }
  const { answer } = await round();
  expect(outcome(answer)).toEqual({ signed: left, stopped: undefined, left: 0 });
  expect(desk.count('logins')).toBe(rounds.length + 1);
  expect(await waiting()).toEqual([]);
  const state = findDossierState(getCabinet(desk.desk).db, dossier);
  expect(filesOf(state!).map(({ signings }) => signings.length)).toEqual(Array(50).fill(1));
  // Nothing of the desk's own keeps the PIN: no row of the vault, no file beside it, nothing that was told.
  const { db } = getCabinet(desk.desk);
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{ name: string }>();
  expect(tables.length).toBeGreaterThan(10);
  const pin = tokenPins['BOB-EC'];
  const holdsPin = (value: unknown): boolean =>
    value instanceof Uint8Array ? Buffer.from(value).includes(pin) : String(value).includes(pin);
  for (const { name } of tables) {
    const rows = db.prepare(`SELECT * FROM "${name}"`).all();
    expect(rows.flatMap((row) => Object.values(row)).filter(holdsPin), name).toEqual([]);
  }
  expect(JSON.stringify(desk.told).includes(pin)).toBe(false);
  for (const one of readdirSync(desk.folder, { recursive: true, withFileTypes: true }))
    if (one.isFile())
      expect(readFileSync(join(one.parentPath, one.name)).includes(pin), one.name).toBe(false);
});
