import * as z from 'zod';
import type { ActCommand, ActInputs, ActKind } from '../dossier/acts/commands.ts';
import { personFields } from '../dossier/acts/events.ts';
import { attachment, component } from '../input.ts';
import { text } from './method.ts';

/** Bounds only keep a broken or hostile window from flooding main: what is right is for the law to say, at the field. */
const line = text(10_000);
const amount = z.number();
const day = text(40);
/** Of an event. */
const id = text(64);

const missing = z.array(z.strictObject({ name: line, count: z.number(), what: line })).max(200);
const holder = z.strictObject({ unit: line, person: line });
const originals = z.array(z.number().int().min(0)).max(500);
const signature = z.enum(['signature', 'fingerprint']).nullable();

const recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owner') }),
  z.strictObject({ kind: z.literal('submitter') }),
  z.strictObject({ kind: z.literal('proxy'), name: line, idNumber: line, paper: line }),
]);

const shown = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('receipt'), code: line, key: line.nullable() }),
  z.strictObject({ by: z.literal('card'), idNumber: line }),
  z.strictObject({ by: z.literal('statement'), idNumber: line }),
  z.strictObject({ by: z.literal('sent'), waybill: line }),
]);

const receipt = z.strictObject({
  form: line,
  series: line,
  number: line,
  date: day,
  kind: z.enum(['electronic', 'ordered', 'selfPrinted']),
});

const correctable = z.enum([
  ...personFields.map((field) => `owner.${field}` as const),
  ...personFields.map((field) => `submitter.${field}` as const),
  'relation',
  'delivery.method',
  'delivery.address',
]);

const command = { command: text(64) };

/** One shape an act, each held against the law's own type. */
const shapes = {
  requestSupplements: { missing, reason: line, respondBy: day.nullable() },
  receiveSupplements: { components: z.array(component).max(200), note: line },
  handOver: { to: holder, batch: line, note: line },
  takeBack: { reason: line },
  extend: { date: day, reason: line, signer: line },
  stop: { reason: line, basis: line, signer: line },
  withdraw: { to: recipient, reason: line, originals },
  recordResult: {
    approved: z.boolean(),
    number: line,
    date: day,
    summary: line,
    signer: line,
    files: z.array(attachment).max(200),
    replaces: z.boolean(),
  },
  submitResult: {
    to: holder,
    way: z.enum(['token', 'paper']),
    approved: z.boolean(),
    summary: line,
    files: z.array(attachment).max(20),
    note: line,
  },
  sendBackResult: { reason: line },
  numberResult: { number: line, symbol: line, signer: line },
  notifyCitizen: {
    how: z.enum(['phone', 'sms', 'zalo', 'email', 'post', 'inPerson']),
    reached: z.boolean(),
    to: line,
    note: line,
  },
  returnResult: {
    to: recipient,
    way: z.enum(['counter', 'post', 'online']),
    shown,
    originals,
    kept: line,
    signature,
    satisfaction: z.number().nullable(),
  },
  handBackPapers: { to: recipient, shown, originals, signature },
  storePaperFile: { place: line },
  correct: {
    changes: z.array(z.strictObject({ field: correctable, after: line })).max(50),
    reason: line,
  },
  closeConflict: {
    conflict: z.strictObject({ event: id, with: id }),
    stands: z.enum(['event', 'with', 'both']),
    ruling: line,
  },
  reportReceiptLost: { by: line, note: line },
  collectFee: { amount, beyond: line, receipt: receipt.nullable() },
  claimTransfer: { amount, reference: line },
  matchTransfer: {
    claim: id.nullable(),
    amount,
    bankDate: day,
    reference: line,
    receipt: receipt.nullable(),
  },
  exemptFee: { line: z.number().int().min(0), ground: line },
  refundFee: { amount, to: line, reason: line },
  recordFeeReceipt: { payment: id, receipt },
  setFeeAmount: { line: z.number().int().min(0), amount, decision: line },
} as const satisfies { [K in ActKind]: { [F in keyof ActInputs[K]]: z.ZodType<ActInputs[K][F]> } };

const shapeOf = <K extends ActKind>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), ...command, ...shapes[kind] });

/** An act as a window asks for it: one of the law's commands and nothing beside it. */
export const actInput = z.discriminatedUnion('kind', [
  shapeOf('requestSupplements'),
  shapeOf('receiveSupplements'),
  shapeOf('handOver'),
  shapeOf('takeBack'),
  shapeOf('extend'),
  shapeOf('stop'),
  shapeOf('withdraw'),
  shapeOf('recordResult'),
  shapeOf('submitResult'),
  shapeOf('sendBackResult'),
  shapeOf('numberResult'),
  shapeOf('notifyCitizen'),
  shapeOf('returnResult'),
  shapeOf('handBackPapers'),
  shapeOf('storePaperFile'),
  shapeOf('correct'),
  shapeOf('closeConflict'),
  shapeOf('reportReceiptLost'),
  shapeOf('collectFee'),
  shapeOf('claimTransfer'),
  shapeOf('matchTransfer'),
  shapeOf('exemptFee'),
  shapeOf('refundFee'),
  shapeOf('recordFeeReceipt'),
  shapeOf('setFeeAmount'),
]) satisfies z.ZodType<ActCommand>;
