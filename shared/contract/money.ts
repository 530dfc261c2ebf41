import * as z from 'zod';
import type { CollectingAccount } from '../fees/account.ts';
import type { ReceiptBook } from '../fees/receipt-books.ts';
import type { StatementLine } from '../fees/statement.ts';
import type { Fault } from '../faults.ts';
import { answers, id, none, text } from './method.ts';
import type { DossierRow } from './dossier-shapes.ts';

/** A book of receipts and how far it is written. */
export interface BookState extends ReceiptBook {
  /** Null: finished. */
  next: number | null;
  used: number;
  voided: number;
  left: number;
}

/** What the counter takes money with. */
export interface Till {
  books: BookState[];
  account: CollectingAccount | null;
  /** Set by this office, or published for it by the catalogue pack. */
  accountFrom: 'office' | 'pack' | null;
}

/** A transfer somebody has announced and nobody has seen. */
export interface ClaimRow {
  row: DossierRow;
  /** Event id of the claim. */
  claim: string;
  amount: number;
  reference: string;
  at: number;
}

/** What a line of the bank's list says of a dossier; closed, each with its words. */
export type LineVerdict =
  /** Names one dossier, with just the money that is waited for. */
  | 'exact'
  /** Names one, with more or less than is waited for. */
  | 'wrongAmount'
  /** Names one that waits for no money: paid before, or by an earlier line. */
  | 'double'
  /** Matched before. */
  | 'matched'
  /** Names none; `proposals` are of the same amount. */
  | 'unknown';

export interface JudgedLine extends StatementLine {
  verdict: LineVerdict;
  /** The one it names or was matched to, first; otherwise those of the same amount, oldest first. */
  proposals: { row: DossierRow; waited: number }[];
}

export interface OpenStatement {
  id: string;
  file: string;
  lines: JudgedLine[];
  /** Money that went out, and rows that are no lines. */
  outgoing: number;
  unread: { row: number; text: string }[];
}

export interface MatchOfMany {
  line: string;
  dossier: string;
  fault: Fault | null;
}

const number = z.number();

export const moneyMethods = {
  'money.till': answers<Till>()(none, 'any'),
  'money.assignBook': answers<null>()(
    z.strictObject({
      form: text(200),
      series: text(200),
      from: number,
      to: number,
      kind: z.enum(['ordered', 'selfPrinted']),
    }),
    ['admin'],
  ),
  /** From the book's next number on: a torn leaf, or a book that was lost. */
  'money.voidReceipts': answers<null>()(
    z.strictObject({ form: text(200), series: text(200), from: number, to: number, reason: text(1000) }),
    ['reception', 'admin'],
  ),
  'money.setAccount': answers<null>()(
    z.strictObject({
      account: z.strictObject({ bin: text(40), number: text(100), holder: text(300) }).nullable(),
    }),
    ['admin'],
  ),
  /** Oldest first. */
  'money.claims': answers<ClaimRow[]>()(none, 'any'),
  /** Asks for the bank's file in main's own dialog and reads it there. */
  'money.openStatement': answers<OpenStatement>()(none, ['reception', 'leader']),
  /** The same statement as things stand now. */
  'money.statement': answers<OpenStatement>()(z.strictObject({ id }), ['reception', 'leader']),
  /** Each in a transaction of its own; the money, its day and its text are the line's as main has read it. */
  'money.matchLines': answers<MatchOfMany[]>()(
    z.strictObject({
      statement: id,
      matches: z
        .array(z.strictObject({ line: id, dossier: id, command: id }))
        .min(1)
        .max(5000),
    }),
    ['reception', 'leader'],
  ),
} as const;
