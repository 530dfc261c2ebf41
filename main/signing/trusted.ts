import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
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

/** What a file gives; undefined where it gives nothing. */
const readFileOfTrust = async (path: string): Promise<ReturnType<typeof readTrustFile> | undefined> => {
  const file = await readFile(path);
  if (file.length > limitBytes) return undefined;
  const found = readTrustFile(file);
  return found.anchors.length + found.intermediates.length + found.lists.length > 0 ? found : undefined;
};

/**
 * An administrator gives roots, authorities in between and revocation lists: all the files chosen, or none. A root is journalled with its
 * fingerprint: all trust hangs on it. The others prove nothing without one, and a list is believed only when its own authority signed it.
 */
export const addTrust = async (desk: Desk): Promise<Result<null>> => {
  const paths = (await desk.dialogs.openFiles('trust')) ?? [];
  if (paths.length === 0) return fail('cancelled');
  const read: ReturnType<typeof readTrustFile>[] = [];
  for (const path of paths) {
    const found = await readFileOfTrust(path);
    if (!found) return fail('trustUnreadable', { name: basename(path) });
    read.push(found);
  }
  const { db } = getCabinet(desk);
  const known = new Set(trustAtHand(desk).anchors.map((der) => der.toString('base64')));
  for (const der of read.flatMap(({ anchors }) => anchors)) {
    const certificate = der.toString('base64');
    if (known.has(certificate)) continue;
    known.add(certificate);
    const { name, agency, fingerprint } = namesOn(der);
    const payload = { name: name || agency, fingerprint, certificate };
    recordOffice(desk, 'admin', [{ type: 'anchorTrusted', v: 1, payload }]);
  }
  saveIntermediates(db, [...findIntermediates(db), ...read.flatMap(({ intermediates }) => intermediates)]);
  keepLists(
    desk,
    read.flatMap(({ lists }) => lists),
  );
  return succeed(null);
};
