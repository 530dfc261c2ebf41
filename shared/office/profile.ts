import type { OfficeHours } from '../calendar/office-hours.ts';
import type { CollectingAccount } from '../fees/account.ts';
import type { ReceiptBook, VoidedReceipts } from '../fees/receipt-books.ts';
import type { Role } from '../journal/row.ts';

/** The head of every paper. */
export interface OfficeProfile {
  /** Identification code (QĐ 20/2020/QĐ-TTg), e.g. H55.242. */
  code: string;
  name: string;
  superior: string;
  address: string;
  phone: string;
  province: string;
  /** Base of the citizen's look-up page, '' while the province has none. */
  lookupBase: string;
  /** Mã số thuế, "0100109106" or "0100109106-001", for the papers about money. '' or absent: the office has none, or has not given it. */
  taxCode?: string | undefined;
}

/** A run of dossier numbers that only this desk gives out; both ends included. */
export interface Lane {
  from: number;
  to: number;
}

export interface Desk {
  number: number;
  name: string;
}

export interface ClerkRecord {
  id: string;
  name: string;
  username: string;
  roles: Role[];
  /** Raw Ed25519 public key, hex. */
  publicKey: string;
  removed: boolean;
}

/** An amount the provincial People's Council sets, kept with the resolution it comes from. */
export interface SetAmount {
  procedure: string;
  fee: string;
  amount: number;
  decision: string;
}

export interface InstalledPack {
  kind: 'catalogue' | 'calendar' | 'forms';
  id: string;
  version: number;
  sha256: string;
}

/** The office as folded from its events. */
export interface OfficeState {
  profile: OfficeProfile;
  desk: Desk;
  lanes: Lane[];
  /** The province's own system numbers this office's dossiers too, so lanes begin at 5000. */
  provinceNumbers: boolean;
  hours: OfficeHours;
  /** 'HH:MM': what is received after it counts from the next working day. Absent: the office has no such rule. */
  passOnAfter?: string | undefined;
  trial: boolean;
  clerks: ClerkRecord[];
  amounts: SetAmount[];
  packs: InstalledPack[];
  /** Absent: never set; null: taken back. */
  account?: CollectingAccount | null | undefined;
  /** Absent in an office that never had one. */
  books?: ReceiptBook[] | undefined;
  voided?: VoidedReceipts[] | undefined;
  /** Paths of token drivers an administrator chose; absent: none. */
  drivers?: string[] | undefined;
  /** Roots an administrator has trusted, DER in base64; absent: none. */
  anchors?: string[] | undefined;
  /** The last business day a clerk confirmed because the clock was in doubt. */
  confirmedDay: string | null;
}
