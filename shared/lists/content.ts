import type { Person } from '../citizen/person.ts';
import type { Holder, FormNumber, Recipient, ResultArrived } from '../dossier/acts/events.ts';
import type { ComponentFrozen, FeeFrozen } from '../dossier/events.ts';

/** Papers over several dossiers; each is numbered in a series of its own. */
export const listForms = ['handOverList', 'resultList', 'returnList', 'readyList', 'jointReceipt'] as const;
export type ListForm = (typeof listForms)[number];

/** What every line says of its dossier, as it read when the list was drawn. */
export interface ListLine {
  dossier: string;
  code: string;
  procedure: string;
  owner: string;
}

export type ResultNamed = Pick<ResultArrived, 'approved' | 'number' | 'date' | 'summary'>;

export interface HandOverLine extends ListLine {
  at: number;
  /** Null while the clock stands still. */
  dueAt: number | null;
  slip: FormNumber;
  note: string;
}

export interface ResultLine extends ListLine {
  /** The unit it comes from; '' when the dossier never left the counter. */
  from: string;
  result: ResultNamed;
  /** Đồng still to be taken before it is returned. */
  owed: number;
  byPost: boolean;
}

export interface ReturnLine extends ListLine {
  at: number;
  result: ResultNamed;
  /** Names of the originals handed back with it. */
  originals: string[];
}

export interface ReadyLine extends ListLine {
  name: string;
  phone: string;
  readySince: number;
  calls: number;
  owed: number;
}

export interface ReceiptLine extends ListLine {
  /** The look-up key: with it a line of the joint receipt is worth what a receipt of its own is. */
  key: string;
  receivedAt: number;
  dueAt: number;
  sets: number;
  components: ComponentFrozen[];
  fees: FeeFrozen[];
}

/** What stands on a list, frozen when it is drawn: a reprint works nothing out again. */
export type ListContent =
  | { form: 'handOverList'; from: Holder | null; to: Holder; lines: HandOverLine[] }
  | { form: 'resultList'; lines: ResultLine[] }
  | { form: 'returnList'; to: Recipient; lines: ReturnLine[] }
  | { form: 'readyList'; lines: ReadyLine[] }
  | { form: 'jointReceipt'; submitter: Person; lookupBase: string; lines: ReceiptLine[] };
