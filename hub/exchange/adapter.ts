import type { DossierRecord, ProgressRow, RecordedDossier } from './documents.ts';

/** What came of a write. Only what is sure is called so; the rest is looked up before anything is sent again. */
export type Written =
  | { kind: 'done' }
  /** An insertion of what is there already ("đã tồn tại"). */
  | { kind: 'exists' }
  /** Not taken, and why: sending the same again would not help. */
  | { kind: 'refused'; reason: string };

/** Surely without effect: nobody was reached, or the session was over. Tried again later. */
export class NotSent extends Error {}
/** No telling whether it had an effect: the line broke or the answer was none. */
export class Unsure extends Error {}

/** A look-up was answered, and does not say plainly whether the dossier is there: a person decides. `message`: the reason shown. */
export class Unread extends Error {}

/** A dossier as the other end knows it. */
export interface LookedUp {
  record: RecordedDossier;
  /** The steps it lists; null where its look-up lists none. */
  progress: readonly ProgressRow[] | null;
}

/** What a procedure is called there (LayThuTuc). */
export interface ServiceInfo {
  name: string;
  fieldCode: string;
  fieldName: string;
  /** Code of its first result, or ''. */
  resultCode: string;
}

/**
 * The other end of the exchange: the national portal's axis, or a province's own system in front of it. A new one is an object with these
 * four calls (docs/exchange.md); order, repetition and look-ups are the queue's. Each throws NotSent or Unsure, a look-up Unread too.
 */
export interface ExchangeAdapter {
  /** Undefined: surely nothing known under this dossier code. */
  lookUp(code: string): Promise<LookedUp | undefined>;
  /** Undefined: no such procedure there. */
  service(procedure: string): Promise<ServiceInfo | undefined>;
  writeRecord(record: DossierRecord, isUpdating: boolean): Promise<Written>;
  /** At most ten rows, of one dossier, in order. */
  writeProgress(rows: readonly ProgressRow[]): Promise<Written>;
}

/** Rows of one CapNhatTienDoHoSoMC. */
export const progressChunk = 10;
