import { createHash } from 'node:crypto';
import type { StatusAnswer } from '../../shared/sync/messages.ts';
import { installPack } from '../catalogue.ts';
import { getSession } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { takeLanes } from '../desk/office-settings.ts';
import { tellStrip } from '../desk/status.ts';
import { note } from '../log.ts';
import type { Line } from './line.ts';
import { enrolmentOf, sessionOf } from './line-session.ts';
import { callHub, whileOnLine } from './reach.ts';

type Offer = StatusAnswer['packs'][number];

const isSomebodyThere = ({ session }: Desk): boolean => session !== null;

const isNewer = ({ rules }: Cabinet, { kind, id, version }: Offer): boolean => {
  const inForce = kind === 'catalogue' ? rules.catalogues : kind === 'calendar' ? rules.calendars : null;
  return inForce?.every((pack) => pack.id !== id || pack.version < version) ?? false;
};

const fetchPack = async (line: Line, { kind, id, version }: Offer): Promise<string> => {
  const { reach, signal } = line;
  const { token } = await sessionOf(line);
  const path = [kind, id, String(version)].map(encodeURIComponent).join('/');
  const answer = await callHub(reach, `${enrolmentOf(line).url}/v1/packs/${path}`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  });
  return whileOnLine(signal, () => answer.text());
};

/**
 * Takes what the province offered: runs of numbers, and newer packs, each judged by its own signature exactly as one from a file. Written
 * down under the name of the clerk who is signed in; with nobody there it waits. Throws as `callHub` does.
 */
export const takeOffers = async (line: Line): Promise<void> => {
  const { desk, cabinet, offered } = line;
  if (!offered) return;
  line.state.newest = offered.newest;
  if (!isSomebodyThere(desk)) return;
  const role = getSession(desk).roles[0] ?? 'auditor';
  takeLanes(desk, role, offered.lanes, enrolmentOf(line).hubName);
  for (const offer of offered.packs) {
    if (!isNewer(cabinet, offer) || line.declined.has(offer.sha256)) continue;
    const text = await fetchPack(line, offer);
    // She may have locked the counter meanwhile: the next contact offers it again.
    if (!isSomebodyThere(desk)) return;
    const isIt = createHash('sha256').update(text).digest('hex') === offer.sha256;
    const installed = isIt ? installPack(desk, role, text) : undefined;
    const { kind, id, version } = offer;
    note('pack offered', { kind, id, version, taken: installed?.ok === true });
    if (installed?.ok !== true) line.declined.add(offer.sha256);
  }
  line.offered = undefined;
  tellStrip(desk);
};
