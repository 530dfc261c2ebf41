import { createHmac, timingSafeEqual } from 'node:crypto';
import { businessOf } from '../shared/dossier/acts/axes.ts';
import type { BusinessState } from '../shared/dossier/acts/axes.ts';
import { dueNowOf } from '../shared/dossier/acts/clock.ts';
import { readDossierCode } from '../shared/dossier/code.ts';
import { receiptKeyMessage, receiptKeyText } from '../shared/dossier/receipt-key.ts';
import { isTaken } from '../shared/dossier/state.ts';
import type { ReceiptScan } from '../shared/forms/receipt-scan.ts';
import * as z from 'zod';
import { readClaim } from '../shared/sync/claims.ts';
import { statesOf } from './dossier-life.ts';
import type { Database, Queryable } from './database.ts';
import { findByCode } from './dossier-codes.ts';

/** What a citizen is told: no name, no number, no address. The procedure only to who holds the receipt itself. */
export type LookedUp =
  | {
      kind: 'found';
      code: string;
      business: BusinessState;
      receivedAt: number;
      dueAt: number;
      procedure: string | null;
      office: string;
      phone: string;
    }
  /** A genuine receipt whose row has not arrived. */
  | { kind: 'notYet'; phone: string }
  | { kind: 'otherKey' | 'unknown'; phone: string };

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whether a desk of the office printed this receipt, by the look-up key each has told. */
const isGenuine = async (db: Queryable, office: string, { code, key }: ReceiptScan): Promise<boolean> => {
  if (key === null) return false;
  const { rows } = await db.query<{ lookup_key: Buffer }>(
    'SELECT lookup_key FROM desk WHERE office = $1 AND lookup_key IS NOT NULL',
    [office],
  );
  return rows.some(({ lookup_key: lookupKey }) =>
    sameText(key, receiptKeyText(createHmac('sha256', lookupKey).update(receiptKeyMessage(code)).digest())),
  );
};

const profile = z.object({ profile: z.object({ name: z.string(), phone: z.string() }) });

/** The office as its own newest row names it. */
const officeOf = async (db: Queryable, office: string): Promise<{ name: string; phone: string }> => {
  const { rows } = await db.query<{ payload: string | null }>(
    `SELECT row.payload FROM feed JOIN journal_row AS row USING (office, desk, epoch, seq)
     WHERE feed.office = $1 AND feed.subject = 'office' AND feed.type IN ('officeFounded', 'officeChanged') AND feed.verdict = 'fact'
       AND feed.desk > 0
     ORDER BY feed.position DESC LIMIT 1`,
    [office],
  );
  return readClaim(profile, rows[0]?.payload ?? '')?.profile ?? { name: office, phone: '' };
};

export const lookUp = async (db: Database, scan: ReceiptScan): Promise<LookedUp> => {
  const office = readDossierCode(scan.code)?.office ?? '';
  const { name, phone } = await officeOf(db, office);
  const found = await findByCode(db, scan.code);
  const meant = scan.key === null ? found[0] : found.find(({ key }) => sameText(key, scan.key ?? ''));
  if (!meant) {
    // Also where another dossier came under the same code: of two that met, each paper is good.
    if (await isGenuine(db, office, scan)) return { kind: 'notYet', phone };
    return { kind: found.length > 0 ? 'otherKey' : 'unknown', phone };
  }
  const state = (await statesOf(db, meant.office, [meant.dossier])).get(meant.dossier);
  if (!state || !isTaken(state)) return { kind: 'unknown', phone };
  return {
    kind: 'found',
    code: scan.code,
    business: businessOf(state),
    receivedAt: state.accepted.receivedAt,
    dueAt: dueNowOf(state) ?? state.accepted.deadline.dueAt,
    procedure: scan.key === null ? null : state.accepted.procedure.name,
    office: name,
    phone,
  };
};
