import type * as z from 'zod';
import { actsMethods } from './contract/acts.ts';
import { applicationMethods } from './contract/application.ts';
import { booksMethods } from './contract/books.ts';
import { catalogueMethods } from './contract/catalogue.ts';
import { certificationMethods } from './contract/certification.ts';
import { digitiseMethods } from './contract/digitise.ts';
import { dossiersMethods } from './contract/dossiers.ts';
import { intakeMethods } from './contract/intake.ts';
import { listsMethods } from './contract/lists.ts';
import { moneyMethods } from './contract/money.ts';
import { onlineMethods } from './contract/online.ts';
import { papersMethods } from './contract/papers.ts';
import { sealsMethods } from './contract/seals.ts';
import { settingsMethods } from './contract/settings.ts';
import { signingMethods } from './contract/signing.ts';
import type { SigningWork } from './contract/signing.ts';
import { syncMethods } from './contract/sync.ts';
import type { DossierRow } from './contract/dossier-shapes.ts';
import type { AppStatus, Strip } from './contract/status-shapes.ts';
import type { Fault } from './faults.ts';

export type * from './contract/act-answers.ts';
export type {
  BookState,
  ClaimRow,
  JudgedLine,
  LineVerdict,
  MatchOfMany,
  OpenStatement,
  Till,
} from './contract/money.ts';
export type * from './contract/dossier-shapes.ts';
export type * from './contract/intake-shapes.ts';
export type * from './contract/paper-shapes.ts';
export type * from './contract/settings-shapes.ts';
export type * from './contract/status-shapes.ts';
export type {
  ForeignFile,
  SyncFailure,
  SyncPhase,
  SyncStanding,
  WaitingItem,
  WaitingItems,
} from './contract/sync.ts';
export type {
  ChosenCertificate,
  DriverRow,
  SeenToken,
  SigningDone,
  SigningReady,
  SigningSetup,
  SigningWork,
  SubmittedDraft,
  TokensSeen,
  TrustShown,
  UnsignedFile,
  Waiting,
} from './contract/signing.ts';
export type * from './contract/certification-shapes.ts';
export type { CertificationPaperWish } from './contract/certification.ts';
export type { OnlineList, OnlineRow } from './contract/online.ts';
export type { ListRow, ListWish } from './contract/lists.ts';
export type { OpenDays, SealRow, SealsPage } from './contract/seals.ts';
export type { BookOpened, OnTimeShare } from './contract/books.ts';
export type { OpenedFile, ScanTray, Scanned, Scanner, SheetRef, TrayFile } from './contract/digitise.ts';
export type { PaperLayout, WindowClass } from './contract/method.ts';

/**
 * Everything a window may ask of main, and everything main may tell a window. One table, a file an area: the payload's
 * shape, the answer's type, which classes of window may call it, and which roles.
 */
export const contract = {
  ...applicationMethods,
  ...catalogueMethods,
  ...intakeMethods,
  ...digitiseMethods,
  ...dossiersMethods,
  ...actsMethods,
  ...moneyMethods,
  ...onlineMethods,
  ...papersMethods,
  ...certificationMethods,
  ...booksMethods,
  ...listsMethods,
  ...sealsMethods,
  ...settingsMethods,
  ...signingMethods,
  ...syncMethods,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type InputOf<M extends MethodName> = z.infer<Contract[M]['input']>;
export type OutputOf<M extends MethodName> =
  | NonNullable<Contract[M]['output']>
  | Extract<Contract[M]['output'], null>;

/** What main tells every counter window, after the commit and never before. */
export type Telling =
  /** `pos`: the newest row the journal had when it was told of. */
  | { kind: 'delta'; version: number; pos: number; rows: DossierRow[]; gone: string[] }
  | { kind: 'drafts' }
  /** What was filed online and waits for a counter. */
  | { kind: 'online' }
  /** The register of certified copies, its piles or its drafts. */
  | { kind: 'certification' }
  /** A paper over several dossiers was drawn or printed. */
  | { kind: 'lists' }
  /** Days were sealed, or the page of some was printed or stamped. */
  | { kind: 'seals' }
  | { kind: 'status'; status: AppStatus }
  | { kind: 'office' }
  /** A scanner's feeder: so many sheets so far. */
  | { kind: 'scanned'; sheets: number }
  /** A full check: 1 the seals, 2 the structure; `expected` milliseconds in all, null when there was none before. */
  | { kind: 'check'; step: 1 | 2; expected: number | null }
  /** Somebody closes the last window while things wait for the province; the next close goes through. */
  | { kind: 'closing' }
  /** A round of signing; null when it is over. */
  | { kind: 'signing'; work: SigningWork | null }
  | { kind: 'strip'; strip: Strip };

export interface Preload {
  ask(method: string, input: unknown): Promise<{ ok: true; value: unknown } | { ok: false; fault: Fault }>;
  listen(hear: (telling: Telling) => void): () => void;
}
