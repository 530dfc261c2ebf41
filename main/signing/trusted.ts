import { readFile } from 'node:fs/promises';
import { CertificateRevocationList } from 'pkijs';
import type { TrustShown } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { getCabinet, recordOffice } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { namesOn } from './certificate-names.ts';
import { keepLists, trustAtHand } from './kept-trust.ts';
import { findIntermediates, saveIntermediates } from './signing-settings.ts';
import { readTrustFile } from './trust.ts';

/** A list of every certificate ever revoked by a large authority has some megabytes. */
const limitBytes = 20 * 1024 * 1024;

const listOf = (der: Buffer): CertificateRevocationList =>
  CertificateRevocationList.fromBER(Uint8Array.from(der).buffer);

export const trustShown = (desk: Desk): TrustShown => {
  const { anchors, lists } = trustAtHand(desk);
  return {
    anchors: anchors.map((der) => {
      const { name, agency, fingerprint, until } = namesOn(der);
      return { name: name || agency, fingerprint, until };
    }),
    lists: lists.map((der) => {
      const { issuer, nextUpdate } = listOf(der);
      const [named] = issuer.typesAndValues.slice(-1);
      return { issuer: named?.value.valueBlock.value ?? '', until: nextUpdate?.value.getTime() ?? 0 };
    }),
  };
};

/**
 * An administrator gives a root, an authority in between or a revocation list. A root is journalled with its fingerprint: all trust hangs
 * on it. The others prove nothing without one, and a list is believed only when its own authority signed it.
 */
export const addTrust = async (desk: Desk): Promise<Result<null>> => {
  const [path] = (await desk.dialogs.openFiles('trust')) ?? [];
  if (path === undefined) return fail('cancelled');
  const file = await readFile(path);
  const found = file.length > limitBytes ? null : readTrustFile(file);
  if (!found || found.anchors.length + found.intermediates.length + found.lists.length === 0)
    return fail('trustUnreadable');
  const { db } = getCabinet(desk);
  for (const der of found.anchors) {
    const { name, agency, fingerprint } = namesOn(der);
    const payload = { name: name || agency, fingerprint, certificate: der.toString('base64') };
    recordOffice(desk, 'admin', [{ type: 'anchorTrusted', v: 1, payload }]);
  }
  saveIntermediates(db, [...findIntermediates(db), ...found.intermediates]);
  keepLists(desk, found.lists);
  return succeed(null);
};
