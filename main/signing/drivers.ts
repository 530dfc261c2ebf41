import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { DriverRow } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { getCabinet, recordOffice } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { approveDriver, findDrivers } from '../token/drivers.ts';
import { SigningFault } from '../token/faults.ts';

const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16);

/** Drivers that may be used here: the known ones found on this PC, and those an administrator chose. */
export const driversOf = (desk: Desk): DriverRow[] => {
  const { office } = getCabinet(desk);
  const table = join(desk.places.assets, 'token', 'drivers.json');
  // One library under two names is one driver.
  const known = [
    ...new Map(
      findDrivers(table, office.trial).map(({ path, maker }) => [realpathSync(path), maker]),
    ).entries(),
  ].map(([path, maker]) => ({ path, maker }));
  const added = (office.drivers ?? []).filter((path) => !known.some((one) => one.path === path));
  return [
    ...known.map(({ path, maker }) => ({ id: idOf(path), path, maker, added: false })),
    ...added.map((path) => ({ id: idOf(path), path, maker: '', added: true })),
  ];
};

/** The path behind a driver's handle; throws driverMissing for one that is none of ours. */
export const driverPath = (desk: Desk, id: string): string => {
  const found = driversOf(desk).find((one) => one.id === id);
  if (!found) throw new SigningFault('driverMissing', { path: id });
  return found.path;
};

/** Those that may be loaded on this machine, by their real paths; the rest is told of by the test button. */
export const usableDrivers = (desk: Desk): { id: string; path: string }[] =>
  driversOf(desk).flatMap(({ id, path }) => {
    try {
      return [{ id, path: approveDriver(path) }];
    } catch (error) {
      if (error instanceof SigningFault) return [];
      throw error;
    }
  });

/** An administrator names a library of her own: checked without loading it, then journalled with its fingerprint. */
export const chooseDriver = async (desk: Desk): Promise<Result<null>> => {
  const [path] = (await desk.dialogs.openFiles('driver')) ?? [];
  if (path === undefined) return fail('cancelled');
  const real = approveDriver(path);
  const sha256 = createHash('sha256').update(readFileSync(real)).digest('hex');
  recordOffice(desk, 'admin', [{ type: 'driverChosen', v: 1, payload: { path: real, sha256 } }]);
  return succeed(null);
};
