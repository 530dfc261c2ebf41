import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testPki } from '../signing/testing-pki.ts';
import type { TestPki } from '../signing/testing-pki.ts';
import { softHsm, tokenPins, writeSoftHsmConfig } from '../signing/testing-tokens.ts';
import { buildScript } from '../vault/testing-process.ts';
import { usualDeadlines } from './driver-process.ts';
import type { Deadlines } from './driver-process.ts';
import { openTokenService } from './token-service.ts';
import type { ListedToken, TokenService, TokenSettings } from './token-service.ts';
import { forking } from '../processes/transport.ts';
import type { StartProcess } from '../processes/transport.ts';

const shim = join(process.cwd(), '.cache', 'fault-driver', 'libfault.so');
const source = join(process.cwd(), 'main', 'token', 'testing-fault-driver.c');

/** Built by plain gcc against the headers pkcs11js carries; a rename makes it safe for several processes at once. */
export const faultDriver = (): string => {
  if (existsSync(shim) && statSync(shim).mtimeMs >= statSync(source).mtimeMs) return shim;
  mkdirSync(join(shim, '..'), { recursive: true });
  const made = `${shim}.${process.pid}`;
  const headers = join(process.cwd(), 'node_modules', 'pkcs11js', 'includes', 'pkcs11');
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-I', headers, '-o', made, source, '-ldl']);
  renameSync(made, shim);
  return shim;
};

type Label = keyof typeof tokenPins;

/** A copy of the test tokens in SoftHSM2, behind the driver that fails on request. */
export interface FaultyTokens {
  readonly driver: string;
  /** What a process that loads the driver must find in its environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly fault: (name: string, value?: number) => void;
  readonly mend: (name: string) => void;
  /** A number the driver wrote: how many PINs reached the token. */
  readonly count: (name: string) => number;
}

export const faultyTokens = (folder: string): FaultyTokens => {
  cpSync(testPki().file('tokens'), join(folder, 'tokens'), { recursive: true });
  const faults = join(folder, 'faults');
  mkdirSync(faults);
  const driver = faultDriver();
  return {
    driver,
    env: {
      SOFTHSM2_CONF: writeSoftHsmConfig(folder),
      FAULT_DIR: faults,
      FAULT_REAL: softHsm,
      QUAY_DRIVER_FOLDERS: join(driver, '..'),
    },
    fault: (name, value = 1) => writeFileSync(join(faults, name), String(value)),
    mend: (name) => rmSync(join(faults, name), { force: true }),
    count: (name) => (existsSync(join(faults, name)) ? Number(readFileSync(join(faults, name), 'utf8')) : 0),
  };
};

export interface TestTokens extends Omit<FaultyTokens, 'env'> {
  readonly pki: TestPki;
  readonly service: TokenService;
  readonly start: StartProcess;
  readonly find: (label: Label) => Promise<ListedToken>;
  /** The fingerprint of the person's certificate on a token. */
  readonly logIn: (
    label: Label,
  ) => Promise<{ token: ListedToken; fingerprint: string; alwaysAuthenticate: boolean }>;
  readonly close: () => Promise<void>;
}

export const pinBytes = (pin: string): Uint8Array => Uint8Array.from(Buffer.from(pin));

/** A token service on a copy of the test tokens, in real processes. */
export const openTestTokens = (
  settings: Partial<Omit<TokenSettings, 'start' | 'deadlines'>> & { deadlines?: Partial<Deadlines> } = {},
): TestTokens => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-tokens-'));
  const { env, ...tokens } = faultyTokens(folder);
  const { driver } = tokens;
  Object.assign(process.env, { QUAY_DRIVER_FOLDERS: env['QUAY_DRIVER_FOLDERS'] });
  const start = forking(buildScript('main/token/token-desk.process.ts'), { ...process.env, ...env });
  const deadlines = { ...usualDeadlines, ...settings.deadlines };
  const service = openTokenService({ ...settings, start, deadlines });
  const find = async (label: Label): Promise<ListedToken> => {
    await service.use([driver]);
    const { tokens, faults: found } = await service.list();
    const token = tokens.find((one) => one.label === label);
    if (!token) throw found[0]?.fault ?? new Error(`no token ${label}`);
    return token;
  };
  return {
    ...tokens,
    pki: testPki(),
    service,
    start,
    find,
    logIn: async (label) => {
      const token = await find(label);
      const [key] = await service.login(token.driver, token, pinBytes(tokenPins[label]));
      if (!key) throw new Error(`no key on ${label}`);
      return { token, ...key };
    },
    close: async () => {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
