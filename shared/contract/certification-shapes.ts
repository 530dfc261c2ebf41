import type { CopyRates } from '../catalogue/procedure.ts';
import type { RegisterPlace, Signer } from '../certification/events.ts';
import type { RegisterLine } from '../certification/lines.ts';
import type { PaperKindHint } from '../certification/paper-line.ts';
import type { PileForm } from '../certification/pile.ts';
import type { DayState } from './status-shapes.ts';

/** A pile as the lists of the certification screen show it. */
export interface PileRow {
  id: string;
  state: 'waiting' | 'certified';
  name: string;
  /** 0 while it waits. */
  from: number;
  to: number;
  volume: number;
  year: number;
  kinds: number;
  copies: number;
  total: number;
  /** Its fee slip has come out. */
  printed: boolean;
}

/** Where lời chứng stands on the last page of a copy, millimetres from the paper's edges. This machine's own. */
export interface AttestationPlace {
  /** 'page': as a paragraph of the page; 'stamp': small, where a rubber stamp would stand. */
  shape: 'page' | 'stamp';
  left: number;
  top: number;
  width: number;
}

export interface CertificationSettings {
  place: AttestationPlace;
  /** What Ctrl+Enter prints besides entering the pile. */
  printSlip: boolean;
  printAttestations: boolean;
}

export interface CertificationDraft {
  id: string;
  form: PileForm;
  clerkName: string;
  changedAt: number;
}

export interface CertificationPage {
  standing: 'unopened' | 'held' | 'elsewhere' | 'doubt';
  desk: number;
  /** Desk that holds the book; null: not known here. */
  holder: number | null;
  place: RegisterPlace | null;
  signer: Signer | null;
  day: DayState;
  /** In doubt: what is remembered outside the vault; null: nothing. */
  remembered: { volume: number; last: number; holding: boolean } | null;
  waiting: PileRow[];
  /** Today's, the newest first. */
  today: PileRow[];
  drafts: CertificationDraft[];
  rates: CopyRates;
  kinds: PaperKindHint[];
  exemptions: string[];
  titles: string[];
  /** The line of the last hand-over from this desk while the book is away. */
  custody: { line: string; toDesk: number } | null;
  settings: CertificationSettings;
}

export interface CertificationAnswer {
  pile: string;
  state: 'waiting' | 'certified';
  name: string;
  from: number;
  to: number;
  volume: number;
  year: number;
  total: number;
}

export interface RegisterMonth {
  lines: RegisterLine[];
  /** Of lines not struck out. */
  entries: number;
  copies: number;
  fees: number;
}
