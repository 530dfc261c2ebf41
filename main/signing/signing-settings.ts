import type { ChosenCertificate } from '../../shared/contract.ts';
import { findSetting, saveSetting } from '../desk/settings-store.ts';
import { readJson, withKeys } from '../journal/json.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

// What belongs to this PC: which certificate each clerk signs with, the pictures in a signature, the time stamp authority.

/** `driverPath`: the token is looked for under this driver alone; two makers' drivers may fight over one card. */
export type KeptCertificate = ChosenCertificate & { driverPath?: string };

const certificateOf = (clerk: string): string => `signing.certificate.${clerk}`;
const isCertificate = withKeys<KeptCertificate>('kind');

export const findCertificate = (db: ReadableDatabase, clerk: string): KeptCertificate | null => {
  const body = findSetting(db, certificateOf(clerk));
  return body === undefined ? null : readJson(body, isCertificate);
};

export const saveCertificate = (db: WritableDatabase, clerk: string, chosen: KeptCertificate): void =>
  saveSetting(db, certificateOf(clerk), JSON.stringify(chosen));

export type PictureKind = 'hand' | 'seal';

/** A hand is its clerk's own, the seal the office's. */
const pictureOf = (which: PictureKind, clerk: string): string =>
  which === 'seal' ? 'signing.seal' : `signing.hand.${clerk}`;

export const findPicture = (db: ReadableDatabase, which: PictureKind, clerk: string): Buffer | undefined => {
  const body = findSetting(db, pictureOf(which, clerk));
  return body === undefined || body === '' ? undefined : Buffer.from(body, 'base64');
};

/** null: none any more. */
export const savePicture = (
  db: WritableDatabase,
  which: PictureKind,
  clerk: string,
  png: Buffer | null,
): void => saveSetting(db, pictureOf(which, clerk), png?.toString('base64') ?? '');

export const findAuthority = (db: ReadableDatabase): string => findSetting(db, 'signing.authority') ?? '';
export const saveAuthority = (db: WritableDatabase, url: string): void =>
  saveSetting(db, 'signing.authority', url);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** DER of authorities between a signer and a root. Worth nothing without a root. */
export const findIntermediates = (db: ReadableDatabase): Buffer[] => {
  const body = findSetting(db, 'signing.intermediates');
  return body === undefined ? [] : readJson(body, isTexts).map((text) => Buffer.from(text, 'base64'));
};

export const saveIntermediates = (db: WritableDatabase, ders: readonly Buffer[]): void => {
  const texts = new Set(ders.map((der) => der.toString('base64')));
  saveSetting(db, 'signing.intermediates', JSON.stringify([...texts]));
};
