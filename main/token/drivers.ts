import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join, sep, win32 } from 'node:path';
import * as z from 'zod';
import { errorCode } from '../vault/faults.ts';
import { readBinaryHeader } from './binary-header.ts';
import { SigningFault } from './faults.ts';

const tableShape = z.object({
  note: z.string(),
  drivers: z.array(
    z.object({
      id: z.string(),
      maker: z.string(),
      /** A software token of a workshop: offered in a trial vault alone. */
      trialOnly: z.boolean().optional(),
      /** File names, looked for in the system's own folders. */
      windows: z.array(z.string()),
      /** Whole paths. */
      linux: z.array(z.string()),
    }),
  ),
});

export interface FoundDriver {
  readonly path: string;
  readonly maker: string;
}

/** Where a driver lies on a Windows PC: System32 is the 64-bit folder, SysWOW64 the 32-bit one (docs/signing.md). */
const windowsFolders = (env: NodeJS.ProcessEnv): string[] => {
  const root = env['SystemRoot'] ?? 'C:\\Windows';
  const programs = env['ProgramFiles'] ?? 'C:\\Program Files';
  return [
    win32.join(root, 'System32'),
    win32.join(root, 'SysWOW64'),
    win32.join(programs, 'Bit4Id', 'Universal MW'),
    win32.join(programs, 'SafeNet', 'Authentication', 'SAC', 'x64'),
    win32.join(programs, 'OpenSC Project', 'OpenSC', 'pkcs11'),
  ];
};

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: NodeJS.ProcessEnv;
}

const thisMachine = (): Machine => ({ platform: process.platform, arch: process.arch, env: process.env });

/** The known drivers that are on this PC, newest of a maker first: the table's own order. */
export const findDrivers = (
  table: string,
  trial: boolean,
  machine: Machine = thisMachine(),
  there: (path: string) => boolean = existsSync,
): FoundDriver[] => {
  const { drivers } = tableShape.parse(JSON.parse(readFileSync(table, 'utf8')));
  const folders = windowsFolders(machine.env);
  return drivers
    .filter(({ trialOnly }) => trial || trialOnly !== true)
    .flatMap(({ maker, windows, linux }) => {
      const places =
        machine.platform === 'win32'
          ? windows.flatMap((name) => folders.map((folder) => win32.join(folder, name)))
          : linux;
      return places.filter(there).map((path) => ({ path, maker }));
    });
};

/**
 * Folders only an administrator can write to: a driver runs as code with the PIN in hand, so none is taken from a download
 * folder or a stick. QUAY_DRIVER_FOLDERS adds to them for tests and unusual installations: whoever sets it can run anything anyway.
 */
const trustedFolders = ({ platform, env }: Machine): string[] => {
  const added = (env['QUAY_DRIVER_FOLDERS'] ?? '').split(delimiter).filter((folder) => folder !== '');
  if (platform !== 'win32') return ['/usr/lib', '/usr/lib64', '/usr/local/lib', '/lib', '/opt', ...added];
  const programs = [env['ProgramFiles'], env['ProgramFiles(x86)']].filter((folder) => folder !== undefined);
  return [env['SystemRoot'] ?? 'C:\\Windows', ...programs, ...added];
};

const isUnder = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : join(folder, sep));

const resolveDriver = (path: string): string => {
  try {
    const real = realpathSync(path);
    if (statSync(real).isFile()) return real;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
  }
  throw new SigningFault('driverMissing', { path });
};

/** The real path of a driver that may be loaded here; throws the SigningFault that says why it may not. Nothing is loaded. */
export const approveDriver = (path: string, machine: Machine = thisMachine()): string => {
  const real = resolveDriver(path);
  const folders = trustedFolders(machine).map((folder) =>
    existsSync(folder) ? realpathSync(folder) : folder,
  );
  if (!folders.some((folder) => isUnder(real, folder))) throw new SigningFault('driverOutside', { path });
  const header = readBinaryHeader(real);
  if (!header) throw new SigningFault('driverNotLibrary', { path });
  if (header.system !== machine.platform) throw new SigningFault('driverOtherSystem', { path });
  if (header.arch !== 'any' && header.arch !== machine.arch) {
    const appBits = machine.arch === 'ia32' || machine.arch === 'arm' ? 32 : 64;
    if (header.bits !== appBits)
      throw new SigningFault('driverOtherBits', { path, bits: header.bits, appBits });
    throw new SigningFault('driverOtherSystem', { path });
  }
  return real;
};
