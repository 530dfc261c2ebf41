import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CertificateRevocationList } from 'pkijs';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { findSetting, saveSetting } from '../desk/settings-store.ts';
import { findIntermediates } from './signing-settings.ts';
import { loadTrust } from './trust.ts';
import type { Trust } from './trust.ts';

const settingName = 'signing.lists';
const stored = z.array(z.string());

const keptLists = (desk: Desk): Buffer[] => {
  const body = findSetting(getCabinet(desk).db, settingName);
  return body === undefined ? [] : stored.parse(JSON.parse(body)).map((text) => Buffer.from(text, 'base64'));
};

/**
 * What signatures are judged by at this desk, without a line: the certificates and lists in `assets/trust`, where only who installs the
 * software writes, the roots an administrator has trusted, each journalled, and the lists given or fetched since.
 */
export const trustAtHand = (desk: Desk): Trust => {
  const now = new Date(desk.clock.now());
  const folder = join(desk.places.assets, 'trust');
  const shipped = existsSync(folder)
    ? loadTrust(folder, now)
    : { anchors: [], intermediates: [], lists: [], now };
  const { db, office } = getCabinet(desk);
  return {
    ...shipped,
    anchors: [...shipped.anchors, ...(office.anchors ?? []).map((text) => Buffer.from(text, 'base64'))],
    intermediates: [...shipped.intermediates, ...findIntermediates(db)],
    lists: [...shipped.lists, ...keptLists(desk)],
  };
};

/** Of each authority the newest alone, and none that is outdated. */
const newestOf = (lists: readonly Buffer[], now: Date): Buffer[] => {
  const newest = new Map<string, { der: Buffer; from: Date }>();
  for (const der of lists) {
    const list = CertificateRevocationList.fromBER(Uint8Array.from(der).buffer);
    const issuer = Buffer.from(list.issuer.toSchema().toBER()).toString('hex');
    const from = list.thisUpdate.value;
    const known = newest.get(issuer);
    if ((list.nextUpdate?.value ?? now) > now && (!known || known.from < from))
      newest.set(issuer, { der, from });
  }
  return [...newest.values()].map(({ der }) => der);
};

/** Keeps lists that were fetched, each proved by its authority before: they judge signatures while there is no line. */
export const keepLists = (desk: Desk, lists: readonly Buffer[]): void => {
  if (lists.length === 0) return;
  const kept = newestOf([...keptLists(desk), ...lists], new Date(desk.clock.now()));
  saveSetting(getCabinet(desk).db, settingName, JSON.stringify(kept.map((der) => der.toString('base64'))));
};
