import type { ActInput } from './acts.ts';
import type { SignInput } from './sign.ts';
import type { AnswerValue } from '../../shared/dossier/form.ts';

/** What the clerk is told to do, as assets/demo/demo.schema.json describes it field by field. */
export interface IntakeInput {
  office: OfficeInput;
  clerk: ClerkInput;
  /** ISO instant with offset: the trial clock. */
  at: string;
  procedure: string;
  case?: string;
  owner?: PersonInput | null;
  submitter?: PersonInput;
  relation?: string;
  sets?: number;
  components?: ComponentInput[];
  answers?: Record<string, AnswerValue>;
  fees?: FeeInput[];
  delivery?: { method: 'counter' | 'post' | 'online'; address?: string };
  note?: string;
  paper?: PaperInput;
  /** What is done to it afterwards, in order. */
  acts?: ActInput[];
  /** A real hub stands beside the counter: down while the clerk works, up afterwards. The vault is then for real work, by the PC's clock. */
  hub?: boolean;
  /** The dossier's papers and files are signed at the end. */
  sign?: SignInput;
}

export interface OfficeInput {
  code: string;
  name: string;
  superior: string;
  address: string;
  province: string;
  phone?: string;
  lookupBase?: string;
  desk?: { number?: number; name?: string };
  /** A desk's number, whose usual lane is taken, or a lane of its own. */
  lane?: number | { from: number; to: number };
  provinceNumbers?: boolean;
  /** Sessions per ISO weekday, '1' Monday to '7' Sunday; a missing day is closed. */
  hours?: Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', { from: string; to: string }[]>>;
}

export interface ClerkInput {
  name: string;
  username: string;
  password?: string;
}

export interface PersonInput {
  /** Raw text of a citizen card's QR, scanned as a burst; the other fields are typed after it. */
  qr?: string;
  kind?: 'person' | 'organisation';
  name?: string;
  idKind?: string;
  idNumber?: string;
  birthDate?: string;
  sex?: string;
  address?: string;
  phone?: string;
  email?: string;
}

export interface ComponentInput {
  index?: number;
  name?: string;
  mode?: 'submit' | 'present' | 'declare';
  originals?: number;
  certified?: number;
  copies?: number;
  pages?: number;
  held?: boolean;
  files?: string[];
}

export interface FeeInput {
  label: string;
  amount?: number | null;
  quantity?: number;
  exemption?: string | null;
  /** The province's resolution, where the amount is the province's to set. */
  decision?: string;
}

export interface PaperInput {
  size?: 'A4' | 'A5';
  twoOnOne?: boolean;
  copies?: ('file' | 'citizen')[];
}
