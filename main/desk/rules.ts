import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { admitCataloguePack, parseCataloguePack } from '../../shared/catalogue/pack.ts';
import type { CataloguePack, VerifyPack } from '../../shared/catalogue/pack.ts';
import { indexCatalogue } from '../../shared/catalogue/find.ts';
import type { CatalogueIndex } from '../../shared/catalogue/find.ts';
import { parseCalendarPack } from '../../shared/calendar/calendar-pack.ts';
import type { CalendarPack } from '../../shared/calendar/calendar-pack.ts';
import type { RulesUsed } from '../../shared/journal/row.ts';
import type { InstalledPack } from '../../shared/office/profile.ts';
import { succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** The law as this desk has it: shipped packs, and newer signed ones that were installed. */
export interface Rules {
  catalogue: CatalogueIndex;
  catalogues: CataloguePack[];
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

/** Reads every pack in force. A pack in the vault was admitted once, signature and all, when it was installed. */
export const loadRules = (assets: string, db: ReadableDatabase | null): Rules => {
  const installed =
    db
      ?.prepare("SELECT body FROM pack WHERE kind = 'catalogue' ORDER BY installed_at")
      .all<{ body: Uint8Array<ArrayBuffer> }>()
      .map((row) => Buffer.from(row.body).toString('utf8')) ?? [];
  const texts = [readShipped(assets, 'catalogue', shippedCatalogue), ...installed];
  const catalogues = texts.map((text, index) => parseCatalogue(text, `catalogue ${index}`));
  const calendarText = readShipped(assets, 'calendar', shippedCalendar);
  const calendar = parseCalendarPack(JSON.parse(calendarText));
  if (!calendar.ok) throw new Error('rules: the shipped calendar is not one');
  return {
    catalogue: indexCatalogue(catalogues),
    catalogues,
    calendar: calendar.pack,
    used: {
      catalogue: sha256(texts.map(sha256).join('\n')).slice(0, 16),
      calendar: sha256(calendarText).slice(0, 16),
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

/** Judges a pack file without touching what is installed; the answer says what to write down. */
export const judgePack = (
  text: string,
  verifyPack: VerifyPack,
  rules: Rules,
): Result<{ installed: InstalledPack; body: string }> => {
  const admitted = admitCataloguePack(
    text,
    verifyPack,
    rules.catalogues.map(({ id, version }) => ({ id, version })),
  );
  if (!admitted.ok) return admitted;
  const { pack, envelope } = admitted.value;
  return succeed({
    installed: { kind: 'catalogue', id: pack.id, version: pack.version, sha256: sha256(envelope.bodyText) },
    body: envelope.bodyText,
  });
};

/** Keeps an admitted pack; inside the transaction of its `packInstalled` event. */
export const keepPack = (db: WritableDatabase, pack: InstalledPack, body: string, at: number): void => {
  db.prepare(
    'INSERT OR REPLACE INTO pack (kind, version, sha256, body, installed_at) VALUES (?, ?, ?, ?, ?)',
  ).run([pack.kind, `${pack.id} ${pack.version}`, pack.sha256, Buffer.from(body, 'utf8'), at]);
};
