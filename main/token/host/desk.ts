import pkcs11js from 'pkcs11js';
import { asSigningFault, ckrOf, endsLogin } from '../ckr.ts';
import { SigningFault } from '../faults.ts';
import type { AnswerTo, Request, TokenCertificate, TokenInfo, TokenRef } from '../protocol.ts';
import { findKey, signDigest } from './keys.ts';
import type { Key } from './keys.ts';
import { closeSession, openModule } from './module.ts';
import type { Cryptoki } from './module.ts';
import { isSame, readCertificates, readSlots } from './tokens.ts';
import type { SlotToken } from './tokens.ts';

/** A login: one session kept open for the batch, and the keys seen through it (handles die with the login). */
interface Login {
  readonly token: TokenRef;
  readonly session: Buffer;
  readonly keys: ReadonlyMap<string, Key>;
}

type Asked<Do extends Request['do']> = Extract<Request, { do: Do }>;

/** The PIN as PKCS#11 takes it. pkcs11js wants a string, which cannot be wiped: it lives in this process alone, for this call. */
const withPin = <T>(pin: Uint8Array | null, use: (pin: string | undefined) => T): T =>
  use(pin === null ? undefined : Buffer.from(pin).toString('utf8'));

/** One driver, its tokens and at most one login, inside the token process. */
export const openTokenDesk = (): ((request: Request) => AnswerTo<Request['do']>) => {
  let cryptoki: Cryptoki | undefined;
  let login: Login | undefined;
  const read = new Map<string, TokenCertificate[]>();

  const module = (): Cryptoki => {
    if (!cryptoki)
      throw new SigningFault('driverFailed', { ckr: pkcs11js.CKR_CRYPTOKI_NOT_INITIALIZED, method: 'open' });
    return cryptoki;
  };

  const forget = (): void => {
    if (login && cryptoki) {
      try {
        cryptoki.C_Logout(login.session);
      } catch {
        // The token may be gone; closing the session ends the login as well.
      }
      closeSession(cryptoki, login.session);
    }
    login = undefined;
  };

  const certificatesOf = (token: SlotToken): TokenCertificate[] => {
    const name = `${token.serial}\n${token.label}`;
    const known = read.get(name) ?? readCertificates(module(), token.slot);
    read.set(name, known);
    return known;
  };

  const list = ({ fresh }: Asked<'list'>): TokenInfo[] => {
    const tokens = readSlots(module());
    if (login && !tokens.some((token) => login && isSame(token, login.token))) forget();
    const names = new Set(tokens.map(({ serial, label }) => `${serial}\n${label}`));
    for (const name of read.keys()) if (fresh || !names.has(name)) read.delete(name);
    return tokens.map((token) => ({
      serial: token.serial,
      label: token.label,
      maker: token.maker,
      model: token.model,
      pin: token.pin,
      protectedPath: token.protectedPath,
      loggedIn: login !== undefined && isSame(login.token, token),
      certificates: certificatesOf(token),
    }));
  };

  /** Tells a token pulled out from a session that died under it; forgets the login when it is dead. */
  const explain = (error: unknown, token: TokenRef): SigningFault => {
    const fault = asSigningFault(error);
    if (!endsLogin(fault)) return fault;
    forget();
    read.delete(`${token.serial}\n${token.label}`);
    if (fault.code !== 'tokenSessionLost' && fault.code !== 'tokenUnreadable') return fault;
    const isThere = readSlots(module()).some((one) => isSame(one, token));
    return isThere ? fault : new SigningFault('tokenRemoved', fault.params);
  };

  const findSlot = (token: TokenRef): SlotToken => {
    const tokens = readSlots(module());
    const found = tokens.find((one) => isSame(one, token));
    if (found) return found;
    throw new SigningFault(tokens.length === 0 ? 'tokenRemoved' : 'tokenOther', { label: token.label });
  };

  /** What a refused PIN means now, by the token's own flags: the next wrong one may be the last. */
  const judgeRefusal = (error: unknown, token: TokenRef): SigningFault => {
    if (ckrOf(error) !== pkcs11js.CKR_PIN_INCORRECT) return asSigningFault(error);
    const { pin = 'ok' } = readSlots(module()).find((one) => isSame(one, token)) ?? {};
    return pin === 'locked' ? new SigningFault('pinLocked') : new SigningFault('pinIncorrect', { left: pin });
  };

  const logIn = ({ token, pin, evenIfLast }: Asked<'login'>): AnswerTo<'login'> => {
    forget();
    const found = findSlot(token);
    // A PIN is never sent where it could not help, or where it could lock the token unannounced.
    if (found.pin === 'locked') throw new SigningFault('pinLocked');
    if (found.pin === 'last' && !evenIfLast) throw new SigningFault('pinLastTry');
    const session = module().C_OpenSession(found.slot, pkcs11js.CKF_SERIAL_SESSION);
    try {
      withPin(pin, (text) => {
        try {
          module().C_Login(session, pkcs11js.CKU_USER, text);
        } catch (error) {
          if (ckrOf(error) !== pkcs11js.CKR_USER_ALREADY_LOGGED_IN) throw judgeRefusal(error, token);
        }
      });
      const keys = new Map<string, Key>();
      for (const certificate of certificatesOf(found)) {
        const key = findKey(module(), session, certificate);
        if (key) keys.set(certificate.fingerprint, key);
      }
      login = { token, session, keys };
      return [...keys].map(([fingerprint, { alwaysAuthenticate }]) => ({ fingerprint, alwaysAuthenticate }));
    } catch (error) {
      closeSession(module(), session);
      throw error;
    }
  };

  const sign = ({ key: ref, digest, pin }: Asked<'sign'>): AnswerTo<'sign'> => {
    if (!login || !isSame(login.token, ref)) throw new SigningFault('tokenNotLoggedIn');
    const { session, keys } = login;
    const key = keys.get(ref.fingerprint);
    if (!key) throw new SigningFault('tokenKeyMissing', { label: ref.label });
    if (key.alwaysAuthenticate && pin === undefined) throw new SigningFault('pinEachTime');
    return signDigest(module(), session, key, digest, () => {
      if (!key.alwaysAuthenticate) return;
      withPin(pin ?? null, (text) => {
        try {
          module().C_Login(session, pkcs11js.CKU_CONTEXT_SPECIFIC, text);
        } catch (error) {
          const refusal = judgeRefusal(error, ref);
          // The signature begun would stay open in this session.
          forget();
          throw refusal;
        }
      });
    });
  };

  const open = ({ path, pauseMs }: Asked<'open'>): AnswerTo<'open'> => {
    const opened = openModule(path, pauseMs);
    cryptoki = opened.cryptoki;
    return opened.about;
  };

  const close = (): null => {
    forget();
    cryptoki?.C_Finalize();
    cryptoki?.close();
    cryptoki = undefined;
    return null;
  };

  const explained = <T>(token: TokenRef, job: () => T): T => {
    try {
      return job();
    } catch (error) {
      throw explain(error, token);
    }
  };

  return (request) => {
    switch (request.do) {
      case 'open':
        return open(request);
      case 'list':
        return list(request);
      case 'login':
        return explained(request.token, () => logIn(request));
      case 'sign':
        return explained(request.key, () => sign(request));
      case 'logout':
        forget();
        return null;
      case 'close':
        return close();
    }
  };
};
