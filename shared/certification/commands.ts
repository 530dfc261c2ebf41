import type { CopyRates } from '../catalogue/procedure.ts';
import { fail } from '../faults.ts';
import type { Result } from '../faults.ts';
import type { OfficeProfile } from '../office/profile.ts';
import { cleanText } from '../text/hygiene.ts';
import type { Problem } from '../text/problem.ts';
import type { Custody } from './custody.ts';
import type { CertificationEvent } from './events.ts';
import type { EntryContent, EntryPart, PileContent, PileForm, Requester } from './pile.ts';
import type { Known } from './standing.ts';

/** What main knows when a command is judged; never from the payload. */
export interface CertificationContext {
  desk: number;
  /** 'YYYY-MM-DD', the business day. */
  day: string;
  /** Milliseconds since the epoch, at the counter. */
  at: number;
  clerkName: string;
  office: OfficeProfile;
  rates: CopyRates;
  /** What is remembered outside the vault; null: nothing. */
  known: Known | null;
}

/** A line of the register as it stands now, looked up by main. */
export interface FoundEntry {
  year: number;
  number: number;
  requester: Requester;
  exempt: boolean;
  rates: CopyRates | null;
  /** Null: its content was lost with a copy of the vault. */
  content: EntryContent | null;
  struck: boolean;
}

export interface WaitingPile extends PileContent {
  pile: string;
}

export type CertificationCommand =
  | { kind: 'open'; register: string; year: number; volume: number; next: number }
  | { kind: 'join'; register: string }
  | { kind: 'setSigner'; name: string; title: string }
  | { kind: 'openVolume' }
  | { kind: 'closeYear' }
  | { kind: 'accept'; pile: string; form: PileForm }
  | { kind: 'numberWaiting'; piles: readonly WaitingPile[] }
  | { kind: 'withdraw'; pile: string; reason: string }
  | { kind: 'handOver'; toDesk: number }
  | { kind: 'take'; custody: Custody }
  | { kind: 'reconcile'; volume: number; last: number; holding: boolean }
  | { kind: 'strike'; entry: FoundEntry; reason: string }
  | { kind: 'correct'; entry: FoundEntry; name: string; paper: string; parts: EntryPart[]; reason: string };

export type Decided = Result<CertificationEvent[]>;

export const invalid = (...problems: Problem[]): ReturnType<typeof fail> =>
  fail('invalidInput', undefined, problems);

/** A text that must be there, cleaned, or what is wrong with it. */
export const cleaned = (field: string, text: string, max: number): { text: string; problems: Problem[] } => {
  const answer = cleanText(text, { max });
  if (!answer.ok)
    return { text: '', problems: [{ field, code: answer.fault.code, params: answer.fault.params }] };
  return answer.text === ''
    ? { text: '', problems: [{ field, code: 'required', params: {} }] }
    : { text: answer.text, problems: [] };
};
