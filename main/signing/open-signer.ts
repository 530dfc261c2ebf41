import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SigningReady } from '../../shared/contract.ts';
import { getCabinet, getSession } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { SigningFault } from '../token/faults.ts';
import type { AskPin, ListedToken } from '../token/token-service.ts';
import { errorCode } from '../vault/faults.ts';
import { namesOn } from './certificate-names.ts';
import { signingRoom } from './room.ts';
import type { Signer } from './signer.ts';
import { findCertificate } from './signing-settings.ts';
import type { KeptCertificate } from './signing-settings.ts';

type OfToken = Extract<KeptCertificate, { kind: 'token' }> & { driverPath?: string };

const chosenBy = (desk: Desk): KeptCertificate => {
  const chosen = findCertificate(getCabinet(desk).db, getSession(desk).clerk);
  if (!chosen) throw new SigningFault('noCertificateChosen');
  return chosen;
};

/** The chosen token as it stands now, looked for under its own driver alone. */
const findToken = async (desk: Desk, chosen: OfToken): Promise<ListedToken> => {
  const room = signingRoom(desk);
  room.stayOpen();
  const { tokens } = room;
  await tokens.use([chosen.driverPath ?? '']);
  const { tokens: seen, faults } = await tokens.list();
  const [failed] = faults;
  if (failed) throw failed.fault;
  const found = seen.find(({ serial, label }) => serial === chosen.serial && label === chosen.label);
  if (!found) throw new SigningFault(seen.length === 0 ? 'noToken' : 'tokenOther', { label: chosen.label });
  return found;
};

const readCertificateFile = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EISDIR'].includes(errorCode(error)))
      throw new SigningFault('p12Missing', { path }, error);
    throw error;
  }
};

/** What she is about to sign with, before any PIN. */
export const signingReady = async (desk: Desk): Promise<SigningReady> => {
  const chosen = chosenBy(desk);
  if (chosen.kind === 'file') {
    await readCertificateFile(chosen.path);
    return { software: true, token: basename(chosen.path), name: '', pin: 'ok', protectedPath: false };
  }
  const { pin, protectedPath, label } = await findToken(desk, chosen);
  return { software: false, token: label, name: chosen.name, pin, protectedPath };
};

/**
 * Logs in once and gives the signer for what follows; `pin` is wiped. `askPin` is for keys that want it at each signature.
 * Throws the SigningFault that says what to do next.
 */
export const openSigner = async (
  desk: Desk,
  pin: Uint8Array | null,
  evenIfLast: boolean,
  askPin: AskPin,
): Promise<Signer> => {
  const chosen = chosenBy(desk);
  if (chosen.kind === 'file') {
    try {
      const { openSoftwareToken } = await import('../token/software-token.ts');
      return openSoftwareToken(await readCertificateFile(chosen.path), Buffer.from(pin ?? []).toString());
    } finally {
      pin?.fill(0);
    }
  }
  const token = await findToken(desk, chosen);
  const { tokens } = signingRoom(desk);
  const ref = { serial: token.serial, label: token.label };
  const keys = await tokens.login(token.driver, ref, pin, { evenIfLast });
  const key = keys.find(({ fingerprint }) => fingerprint === chosen.fingerprint);
  if (!key) throw new SigningFault('tokenKeyMissing', { label: token.label });
  return tokens.signer(
    token.driver,
    { ...ref, fingerprint: chosen.fingerprint },
    key.alwaysAuthenticate ? askPin : undefined,
  );
};

export const signerNamed = ({ certificate, software }: Signer) => {
  const { name, agency, issuer, serial, fingerprint } = namesOn(certificate);
  return { name, agency, issuer, serial, fingerprint, software };
};
