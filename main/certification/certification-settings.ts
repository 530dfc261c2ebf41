import type { CertificationSettings } from '../../shared/contract.ts';
import { readJson, withKeys } from '../journal/json.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

const settingName = 'certification';

/** Bottom right of an A4 page, where a stamp is usually put; one page a copy is asked for, not assumed. */
const usual: CertificationSettings = {
  place: { shape: 'page', left: 95, top: 215, width: 95 },
  printSlip: true,
  printAttestations: false,
};

const isSettings = withKeys<CertificationSettings>('place', 'printSlip', 'printAttestations');

/** This machine's: its printer draws paper in its own way. */
export const readCertificationSettings = (db: ReadableDatabase): CertificationSettings => {
  const row = db.prepare('SELECT body FROM setting WHERE name = ?').get<{ body: string }>([settingName]);
  return row ? readJson(row.body, isSettings) : usual;
};

export const saveCertificationSettings = (db: WritableDatabase, settings: CertificationSettings): void => {
  db.prepare('INSERT OR REPLACE INTO setting (name, body) VALUES (?, ?)').run([
    settingName,
    JSON.stringify(settings),
  ]);
};
