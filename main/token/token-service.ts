import { createHash, X509Certificate } from 'node:crypto';
import { chainAbove, ecdsaToDer } from '../signing/signer.ts';
import type { Signer } from '../signing/signer.ts';
import { startDriverProcess, usualDeadlines } from './driver-process.ts';
import type { Deadlines, DriverProcess } from './driver-process.ts';
import { approveDriver } from './drivers.ts';
import { SigningFault } from './faults.ts';
import type { AnswerTo, KeyRef, TokenInfo, TokenRef } from './protocol.ts';
import type { StartProcess } from '../processes/transport.ts';

export interface ListedToken extends TokenInfo {
  readonly driver: string;
}
export interface TokenList {
  readonly tokens: readonly ListedToken[];
  /** A driver that fails hides none of the others. */
  readonly faults: readonly { readonly driver: string; readonly fault: SigningFault }[];
}

/** Asked for at each signature of a key that wants it; null: she types on the reader. It is wiped after use. */
export type AskPin = () => Promise<Uint8Array | null>;

export interface TokenService {
  /** Checks that a driver may and can be loaded, and loads it: the test button. */
  probe(path: string): Promise<AnswerTo<'open'>>;
  /** The drivers looked at from now on; one not named any more is closed. */
  use(paths: readonly string[]): Promise<void>;
  list(fresh?: boolean): Promise<TokenList>;
  /** Tells of tokens put in and pulled out, until the returned function is called. */
  watch(hear: (list: TokenList) => void): () => void;
  /** Wipes `pin`. One login serves a whole batch; it is forgotten by itself after the idle time. Never tried twice. */
  login(
    driver: string,
    token: TokenRef,
    pin: Uint8Array | null,
    consent?: { readonly evenIfLast: boolean },
  ): Promise<AnswerTo<'login'>>;
  signer(driver: string, key: KeyRef, askPin?: AskPin): Promise<Signer>;
  /** At suspend, lock, clerk switch, and when a batch is done. */
  forgetLogins(): Promise<void>;
  close(): Promise<void>;
}

export interface TokenSettings {
  readonly start: StartProcess;
  readonly deadlines?: Deadlines;
  /** Milliseconds between two looks at the readers: PKCS#11's own slot events are missed by drivers (OpenSC#2415). */
  readonly pollMs?: number;
  readonly idleMs?: number;
}

const usualPollMs = 1_500;
const usualIdleMs = 5 * 60_000;

/** What a person sees change: tokens, their tries left, their logins. */
const outline = ({ tokens, faults }: TokenList): string =>
  JSON.stringify([
    tokens.map(({ driver, serial, label, pin, loggedIn, certificates }) => [
      driver,
      serial,
      label,
      pin,
      loggedIn,
      certificates.map(({ fingerprint }) => fingerprint),
    ]),
    faults.map(({ driver, fault }) => [driver, fault.code]),
  ]);

export const openTokenService = ({
  start,
  deadlines = usualDeadlines,
  pollMs = usualPollMs,
  idleMs = usualIdleMs,
}: TokenSettings): TokenService => {
  const drivers = new Map<string, DriverProcess>();
  let idle: NodeJS.Timeout | undefined;

  const driverAt = (path: string): DriverProcess => {
    const real = approveDriver(path);
    const known = drivers.get(real) ?? startDriverProcess(real, start, deadlines);
    drivers.set(real, known);
    return known;
  };

  const forgetLogins = async (): Promise<void> => {
    clearTimeout(idle);
    idle = undefined;
    const open = [...drivers.values()].filter((driver) => driver.isOpen());
    await Promise.allSettled(open.map((driver) => driver.ask({ do: 'logout' })));
  };

  const stayAwake = (): void => {
    if (idle) idle.refresh();
    else idle = setTimeout(() => void forgetLogins(), idleMs).unref();
  };

  const list = async (fresh = false): Promise<TokenList> => {
    const answers = await Promise.allSettled(
      [...drivers.values()].map((driver) => driver.ask({ do: 'list', fresh })),
    );
    const tokens: ListedToken[] = [];
    const faults: { driver: string; fault: SigningFault }[] = [];
    for (const [at, driver] of [...drivers.keys()].entries()) {
      const answer = answers[at];
      if (answer?.status === 'fulfilled') tokens.push(...answer.value.map((token) => ({ ...token, driver })));
      else if (answer?.reason instanceof SigningFault) faults.push({ driver, fault: answer.reason });
      else throw answer?.reason;
    }
    return { tokens, faults };
  };

  const watch = (hear: (list: TokenList) => void): (() => void) => {
    let seen = '';
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      const now = await list();
      if (over) return;
      const shown = outline(now);
      if (shown !== seen) hear(now);
      seen = shown;
      timer = setTimeout(() => void look(), pollMs);
      timer.unref();
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  };

  const signer = async (path: string, key: KeyRef, askPin?: AskPin): Promise<Signer> => {
    const driver = driverAt(path);
    const tokens = await driver.ask({ do: 'list', fresh: false });
    const token = tokens.find(({ serial, label }) => serial === key.serial && label === key.label);
    if (!token)
      throw new SigningFault(tokens.length === 0 ? 'tokenRemoved' : 'tokenOther', { label: key.label });
    const found = token.certificates.find(({ fingerprint }) => fingerprint === key.fingerprint);
    if (!found) throw new SigningFault('tokenKeyMissing', { label: key.label });
    const certificate = Buffer.from(found.der);
    const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType === 'ec' ? 'EC' : 'RSA';
    const sign = async (message: Buffer): Promise<Buffer> => {
      const digest = createHash('sha256').update(message).digest();
      const pin = askPin && (await askPin());
      try {
        const asked = pin === undefined ? {} : { pin };
        const raw = Buffer.from(await driver.ask({ do: 'sign', key, digest, ...asked }));
        stayAwake();
        return kind === 'EC' ? ecdsaToDer(raw) : raw;
      } finally {
        pin?.fill(0);
      }
    };
    const others = token.certificates.map(({ der }) => Buffer.from(der));
    return { certificate, chain: chainAbove(certificate, others), kind, software: false, sign };
  };

  return {
    probe: (path) => driverAt(path).open(),
    use: async (paths) => {
      const wanted = new Set(paths.map((path) => approveDriver(path)));
      const gone = [...drivers].filter(([path]) => !wanted.has(path));
      for (const [path] of gone) drivers.delete(path);
      for (const path of wanted) driverAt(path);
      await Promise.all(gone.map(([, driver]) => driver.close()));
    },
    list,
    watch,
    login: async (path, token, pin, { evenIfLast } = { evenIfLast: false }) => {
      try {
        const keys = await driverAt(path).ask({ do: 'login', token, pin, evenIfLast });
        stayAwake();
        return keys;
      } finally {
        pin?.fill(0);
      }
    },
    signer,
    forgetLogins,
    close: async () => {
      clearTimeout(idle);
      await Promise.all([...drivers.values()].map((driver) => driver.close()));
      drivers.clear();
    },
  };
};
