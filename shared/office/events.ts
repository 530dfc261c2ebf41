import type { OfficeHours } from '../calendar/office-hours.ts';
import type { CollectingAccount } from '../fees/account.ts';
import type { ReceiptBook, VoidedReceipts } from '../fees/receipt-books.ts';
import type { Role } from '../journal/row.ts';
import type { ClerkRecord, Desk, InstalledPack, Lane, OfficeProfile, SetAmount } from './profile.ts';

/** What happens to the office itself; same journal, same chain as dossiers. Version 1 of each. */
export interface OfficeEvents {
  epochOpened: { parent: { epoch: string; seq: number; hash: string } | null; application: string };
  officeFounded: {
    profile: OfficeProfile;
    desk: Desk;
    lane: Lane;
    provinceNumbers: boolean;
    hours: OfficeHours;
    trial: boolean;
    founder: ClerkRecord;
  };
  officeChanged: { profile: OfficeProfile; desk: Desk };
  hoursSet: { hours: OfficeHours; passOnAfter?: string };
  laneGranted: { lane: Lane; agreement: string };
  clerkEnrolled: { clerk: ClerkRecord };
  clerkChanged: { clerk: string; name: string; roles: Role[] };
  clerkRemoved: { clerk: string };
  /** A password was lost, and with it the key sealed by it: reset by an administrator, or by the printed recovery code. */
  clerkKeyReplaced: { clerk: string; publicKey: string; reason: 'reset' | 'recovery' };
  amountSet: SetAmount;
  /** Null: fees are no longer taken by transfer. */
  accountSet: { account: CollectingAccount | null };
  receiptBookAssigned: { book: ReceiptBook };
  receiptsVoided: VoidedReceipts;
  packInstalled: InstalledPack;
  /** A token driver from outside the known ones; it runs as code with the PIN in hand. `sha256` of the file as it was. */
  driverChosen: { path: string; sha256: string };
  /** A root that signatures are judged by; `certificate` is its DER in base64, `fingerprint` SHA-256 in hexadecimal. */
  anchorTrusted: { name: string; fingerprint: string; certificate: string };
  businessDayConfirmed: { day: string; clock: number; reason: 'behind' | 'ahead' | 'restored' };
  /** A vault copied back was noticed; counting goes on above `highest` (design §6). */
  restoreAcknowledged: { day: string; highest: number; scanned: string | null };
}

export type OfficeEventType = keyof OfficeEvents;
export type OfficeEvent = {
  [T in OfficeEventType]: { type: T; v: 1; payload: OfficeEvents[T] };
}[OfficeEventType];
