import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import {
  admitCatalogue,
  agreeOnVersion,
  openPackEnvelope,
  parseCataloguePack,
} from '../../shared/catalogue/pack.ts';
import type { CataloguePack, PackEnvelope, VerifyPack } from '../../shared/catalogue/pack.ts';
import { indexCatalogue } from '../../shared/catalogue/find.ts';
import type { CatalogueIndex } from '../../shared/catalogue/find.ts';
import { parseCalendarPack } from '../../shared/calendar/calendar-pack.ts';
import type { CalendarPack } from '../../shared/calendar/calendar-pack.ts';
import { admitCalendar, calendarsInForce, mergeCalendars } from '../../shared/calendar/merge-calendars.ts';
import type { RulesUsed } from '../../shared/journal/row.ts';
import type { InstalledPack } from '../../shared/office/profile.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** The law as this desk has it: shipped packs, and newer signed ones that were installed. */
export interface Rules {
  catalogue: CatalogueIndex;
  catalogues: CataloguePack[];
  /** The shipped calendar and those installed since. */
  calendars: CalendarPack[];
  /** All of them as one. */
  calendar: CalendarPack;
  used: RulesUsed;
}

const shippedCatalogue = 'vn-commune-2026.json';
const shippedCalendar = 'vn-2024-2027.json';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const readShipped = (assets: string, ...path: string[]): string =>
  readFileSync(join(assets, ...path), 'utf8');

const parseCatalogue = (text: string, from: string): CataloguePack => {
  const parsed = parseCataloguePack(text);
  if (!parsed.ok)
    throw new Error(`rules: ${from} is not a catalogue: ${JSON.stringify(parsed.fault).slice(0, 400)}`);
  return parsed.value;
};

/** The papers' templates as one hash: every file of assets/forms in the order of its path. */
const formsHash = (assets: string): string => {
  const folder = join(assets, 'forms');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return sha256(files.map((file) => sha256(readFileSync(file, 'utf8'))).join('\n'));
};

const parseCalendar = (text: string, from: string): CalendarPack => {
  const parsed = parseCalendarPack(JSON.parse(text));
  if (!parsed.ok) throw new Error(`rules: ${from} is not a calendar`);
  return parsed.pack;
};

/** Reads every pack in force. A pack in the vault was admitted once, signature and all, when it was installed. */
export const loadRules = (assets: string, db: ReadableDatabase | null): Rules => {
  const installed = (kind: InstalledPack['kind']): string[] =>
    db
      ?.prepare('SELECT body FROM pack WHERE kind = ? ORDER BY installed_at')
      .all<{ body: Uint8Array<ArrayBuffer> }>([kind])
      .map((row) => Buffer.from(row.body).toString('utf8')) ?? [];
  const texts = [readShipped(assets, 'catalogue', shippedCatalogue), ...installed('catalogue')];
  const catalogues = texts.map((text, index) => parseCatalogue(text, `catalogue ${index}`));
  const calendarTexts = [readShipped(assets, 'calendar', shippedCalendar), ...installed('calendar')];
  const calendars = calendarTexts.map((text, index) => parseCalendar(text, `calendar ${index}`));
  return {
    catalogue: indexCatalogue(catalogues),
    catalogues,
    calendars,
    calendar: mergeCalendars(calendars),
    used: {
      catalogue: sha256(texts.map(sha256).join('\n')).slice(0, 16),
      calendar: sha256(calendarTexts.map(sha256).join('\n')).slice(0, 16),
      forms: formsHash(assets).slice(0, 16),
    },
  };
};

const keysFile = z.object({ keys: z.array(z.object({ id: z.string(), publicKey: z.string() })) });
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** Checks a pack's signature against the keys shipped with the application (raw Ed25519, hex). */
export const packVerifier = (assets: string): VerifyPack => {
  const { keys } = keysFile.parse(JSON.parse(readShipped(assets, 'catalogue', 'keys.json')));
  return (bytes, signature, keyId) => {
    const key = keys.find(({ id }) => id === keyId);
    if (!key) return false;
    try {
      const der = Buffer.concat([publicHead, Buffer.from(key.publicKey, 'hex')]);
      return verify(null, bytes, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
    } catch {
      return false;
    }
  };
};

/** A pack that may be installed, as it is written down. */
export interface JudgedPack {
  installed: InstalledPack;
  body: string;
}

const judged = (envelope: PackEnvelope, kind: InstalledPack['kind'], id: string): Result<JudgedPack> =>
  succeed({
    installed: { kind, id, version: envelope.version, sha256: sha256(envelope.bodyText) },
    body: envelope.bodyText,
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const judgeCalendar = (envelope: PackEnvelope, rules: Rules): Result<JudgedPack> => {
  const parsed = parseCalendarPack(parseJson(envelope.bodyText));
  if (!parsed.ok) return fail('packInvalid', { reason: 'content' }, parsed.problems);
  const { pack } = parsed;
  const same = agreeOnVersion(envelope, pack.version);
  if (!same.ok) return same;
  const admitted = admitCalendar(pack, calendarsInForce(rules.calendars));
  return admitted.ok ? judged(envelope, 'calendar', pack.id) : admitted;
};

/** Judges a pack file of either kind without touching what is installed; the answer says what to write down. */
export const judgePack = (text: string, verifyPack: VerifyPack, rules: Rules): Result<JudgedPack> => {
  const opened = openPackEnvelope(text, ['catalogue', 'calendar'], verifyPack);
  if (!opened.ok) return opened;
  if (opened.value.kind === 'calendar') return judgeCalendar(opened.value, rules);
  const admitted = admitCatalogue(
    opened.value,
    rules.catalogues.map(({ id, version }) => ({ id, version })),
  );
  return admitted.ok ? judged(opened.value, 'catalogue', admitted.value.pack.id) : admitted;
};

/** Keeps an admitted pack; inside the transaction of its `packInstalled` event. */
export const keepPack = (db: WritableDatabase, pack: InstalledPack, body: string, at: number): void => {
  db.prepare(
    'INSERT OR REPLACE INTO pack (kind, version, sha256, body, installed_at) VALUES (?, ?, ?, ?, ?)',
  ).run([pack.kind, `${pack.id} ${pack.version}`, pack.sha256, Buffer.from(body, 'utf8'), at]);
};
