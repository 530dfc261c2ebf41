import type { Person } from '../citizen/person.ts';

/** What the clerk fills at the counter; kept as a draft while she types, frozen into an event when accepted. */
export interface IntakeForm {
  /** Procedure code, or '' before one is chosen. */
  procedure: string;
  /** Filed online and taken in here; absent: handed in at the counter. */
  channel?: 'online';
  /** When the citizen sent it, epoch milliseconds; of what was filed online alone. */
  filedAt?: number;
  /** Case (trường hợp) id within the procedure, '' for the procedure's only or default case. */
  case: string;
  /** The person at the counter. */
  submitter: Person;
  /** Whose dossier it is; null when the submitter hands in her own. */
  owner: Person | null;
  /** By what right the submitter acts for the owner ("mẹ", "văn bản ủy quyền số …"). */
  relation: string;
  /** Số bộ hồ sơ. */
  sets: number;
  components: ComponentEntry[];
  /** Procedure-specific fields, validated by the procedure's JSON Schema. */
  answers: Answers;
  fees: FeeEntry[];
  delivery: Delivery;
  note: string;
}

export type AnswerValue = string | number | boolean | null | AnswerValue[] | { [key: string]: AnswerValue };
export type Answers = Record<string, AnswerValue>;

export type ComponentMode = 'submit' | 'present' | 'declare';

/** One paper of the dossier as it lies on the counter. */
export interface ComponentEntry {
  /** 1-based index in the procedure's list; null for a paper the clerk added. */
  index: number | null;
  name: string;
  mode: ComponentMode;
  originals: number;
  certified: number;
  copies: number;
  /** Pages, where it matters (copy certification); 0 when not counted. */
  pages: number;
  /** The office keeps the original (giữ bản chính) and must hand it back. */
  held: boolean;
  files: AttachmentRef[];
}

/** A file kept in the vault; `hash` is SHA-256 of the content, hex. */
export interface AttachmentRef {
  hash: string;
  name: string;
  size: number;
  mime: string;
  /** What was noted of a digitised paper; files of the days before have none. */
  paper?: PaperNote;
}

/** What a digitised paper is told apart by (TT 01/2023/TT-VPCP); each text '' when she did not note it. The paper's name and owner are the dossier's. */
export interface PaperNote {
  /** Ký hiệu, số giấy tờ. */
  symbol: string;
  /** ISO date, or ''. */
  issuedOn: string;
  issuer: string;
  /** ISO date, or '' for without end. */
  validTo: string;
  scope: string;
  other: string;
  /** Epoch milliseconds. */
  digitisedAt: number;
}

/** A fee as the clerk sees it. `amount` null means the catalogue leaves it to the province and nobody has set it yet. */
export interface FeeEntry {
  /** Id in the procedure's fee list; null for a line the clerk added. */
  fee: string | null;
  label: string;
  amount: number | null;
  quantity: number;
  /** Id of the exemption that applies, or null. */
  exemption: string | null;
}

export type DeliveryMethod = 'counter' | 'post' | 'online';

export interface Delivery {
  method: DeliveryMethod;
  /** Postal address or electronic account; '' at the counter. */
  address: string;
}
