import * as z from 'zod';
import type { AnswerValue } from './dossier/form.ts';

/**
 * Shapes of what a window sends. Bounds here only keep a broken or hostile window from flooding main: whether the
 * content is right is for the law to say, at the field, and a draft is saved however wrong it still is.
 */
const words = z.string().max(100_000);
const count = z.number();

export const person = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  name: words,
  idKind: z.enum(['cccd', 'cmnd', 'passport', 'tax', 'other', 'none']),
  idNumber: words,
  oldIdNumber: words,
  idIssued: words,
  birthDate: words,
  sex: z.enum(['', 'nam', 'nữ', 'khác']),
  address: words,
  phone: words,
  email: words,
});

export const attachment = z.strictObject({
  hash: z.string().max(128),
  name: words,
  size: z.number().int().min(0),
  mime: z.string().max(200),
  paper: z
    .strictObject({
      symbol: words,
      issuedOn: words,
      issuer: words,
      validTo: words,
      scope: words,
      other: words,
      digitisedAt: z.number(),
    })
    .exactOptional(),
});

export const component = z.strictObject({
  index: z.number().int().nullable(),
  name: words,
  mode: z.enum(['submit', 'present', 'declare']),
  originals: count,
  certified: count,
  copies: count,
  pages: count,
  held: z.boolean(),
  files: z.array(attachment).max(200),
});

const answer: z.ZodType<AnswerValue> = z.lazy(() =>
  z.union([
    words,
    z.number(),
    z.boolean(),
    z.null(),
    z.array(answer).max(500),
    z.record(z.string().max(100), answer),
  ]),
);

export const intakeFormInput = z.strictObject({
  procedure: z.string().max(100),
  channel: z.literal('online').exactOptional(),
  filedAt: z.number().int().min(0).exactOptional(),
  case: z.string().max(100),
  submitter: person,
  owner: person.nullable(),
  relation: words,
  sets: count,
  components: z.array(component).max(200),
  answers: z.record(z.string().max(100), answer),
  fees: z
    .array(
      z.strictObject({
        fee: z.string().max(100).nullable(),
        label: words,
        amount: z.number().nullable(),
        quantity: count,
        exemption: z.string().max(100).nullable(),
      }),
    )
    .max(100),
  delivery: z.strictObject({ method: z.enum(['counter', 'post', 'online']), address: words }),
  note: words,
});

const session = z.strictObject({ from: z.string().max(5), to: z.string().max(5) });

/** Opening sessions per ISO weekday, 1 (Monday) to 7 (Sunday), 'HH:MM'. */
export const hoursInput = z.strictObject({
  1: z.array(session).max(6),
  2: z.array(session).max(6),
  3: z.array(session).max(6),
  4: z.array(session).max(6),
  5: z.array(session).max(6),
  6: z.array(session).max(6),
  7: z.array(session).max(6),
});
