import * as z from 'zod';
import { isLocalDate } from '../../shared/calendar/vietnam-time.ts';

/** What the provincial system sends and is told. These are checked at run time, and `GET /v1/openapi.json` is made of them. */

const text = (max: number) => z.string().max(max);
const optional = (max: number) => text(max).default('');
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the bytes, lower-case hex');
export const officeCode = z
  .string()
  .regex(/^[A-Za-z0-9.]{1,35}$/)
  .describe('Office code (mã định danh), e.g. H55.242');
export const reference = z
  .string()
  .regex(/^[\w.:-]{1,100}$/)
  .describe('The sending system’s own id. The same reference with the same content is answered as before');
const instant = z.iso.datetime({ offset: true }).describe('ISO 8601 with its offset');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isLocalDate)
  .describe('Day in Viet Nam, YYYY-MM-DD');

export const signInRequest = z
  .strictObject({ name: text(60), password: text(200) })
  .meta({ id: 'SignInRequest' });
export const signInAnswer = z
  .strictObject({ token: z.string().describe('Bearer token, good for eight hours') })
  .meta({ id: 'SignInAnswer' });

export const fileRef = z
  .strictObject({
    hash: sha256,
    size: z.number().int().min(0).describe('Bytes'),
    name: text(300),
    mime: text(200),
  })
  .meta({ id: 'FileRef', description: 'A file put before under its hash' });
export const keptFile = z
  .strictObject({ sha256, size: z.number().int().min(0).describe('Bytes') })
  .meta({ id: 'KeptFile' });

const person = z
  .strictObject({
    kind: z.enum(['person', 'organisation']).default('person'),
    name: text(500).min(1),
    idKind: z.enum(['cccd', 'cmnd', 'passport', 'tax', 'other', 'none']).default('cccd'),
    idNumber: optional(100),
    oldIdNumber: optional(100),
    idIssued: optional(10),
    birthDate: optional(10).describe('YYYY-MM-DD, or YYYY where only the year is known'),
    sex: z.enum(['', 'nam', 'nữ', 'khác']).default(''),
    address: optional(1_000),
    phone: optional(50),
    email: optional(100),
  })
  .meta({ id: 'Person' });

const answer = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(text(2_000)).max(200),
]);

export const submission = z
  .strictObject({
    office: officeCode,
    reference,
    submittedAt: instant,
    procedure: text(100).min(1).describe('National procedure code, e.g. 1.001193'),
    case: optional(100).describe('Case (trường hợp) of the procedure'),
    submitter: person,
    owner: person.nullable().default(null).describe('Null: the submitter’s own dossier'),
    relation: optional(500).describe('By what right the submitter acts for the owner'),
    components: z
      .array(
        z.strictObject({
          index: z
            .number()
            .int()
            .min(1)
            .nullable()
            .describe('Place in the procedure’s list of papers; null: another'),
          name: text(2_000),
          files: z.array(fileRef).max(50).default([]),
        }),
      )
      .max(100)
      .default([]),
    answers: z.record(text(100), answer).default({}).describe('Fields of the procedure’s own form'),
    delivery: z
      .strictObject({ method: z.enum(['counter', 'post', 'online']), address: optional(1_000) })
      .default({ method: 'counter', address: '' }),
    note: optional(4_000),
  })
  .meta({ id: 'Submission', description: 'A dossier filed online (hồ sơ nộp trực tuyến)' });
export type Submission = z.infer<typeof submission>;

export const posted = z
  .strictObject({
    reference,
    office: officeCode,
    dossier: z.string().describe('Id the dossier has, or will have once it is taken in'),
    event: z.string().describe('Id of the row it became'),
    receivedAt: instant,
    repeated: z.boolean().describe('True: it had been posted before; nothing was done again'),
  })
  .meta({ id: 'Posted' });
export type Posted = z.infer<typeof posted>;

export const submissionStanding = z
  .strictObject({
    reference,
    office: officeCode,
    dossier: z.string(),
    state: z.enum(['waiting', 'accepted', 'guided', 'refused']).describe('What the counter made of it'),
    code: z.string().nullable().describe('Dossier code, once accepted'),
    nationalState: z.number().int().min(1).max(10).describe('State 1–10 of the national exchange'),
    dueAt: instant.nullable(),
  })
  .meta({ id: 'SubmissionStanding' });

export const result = z
  .strictObject({
    reference,
    code: text(60).describe('Dossier code as on the receipt'),
    approved: z.boolean().describe('False: refused on the merits'),
    number: optional(100).describe('Number and symbol of the document'),
    date: day.describe('Of the document'),
    summary: optional(2_000),
    signer: optional(200),
    agency: text(300).min(1).describe('Who settled it, as the counter shows it'),
    files: z.array(fileRef).max(50).default([]),
    replaces: reference.nullable().default(null).describe('Reference of a result this one corrects'),
  })
  .meta({ id: 'Result', description: 'What a department decided (kết quả giải quyết)' });
export type Result = z.infer<typeof result>;

export const resultStanding = z
  .strictObject({
    reference,
    office: officeCode,
    dossier: z.string(),
    verdict: z
      .enum(['waiting', 'fact', 'conflict', 'void', 'parked', 'quarantined'])
      .describe('What it did to the dossier when its turn came'),
  })
  .meta({ id: 'ResultStanding' });

export const onTimeQuery = z.strictObject({
  office: officeCode,
  from: day,
  to: day.describe('Last day of the period, included'),
});
const count = z.number().int().min(0);
const figures = {
  carried: count.describe('Received before the period and open when it began'),
  received: count,
  early: count,
  onTime: count,
  late: count,
  openInTime: count,
  openOverdue: count,
};
export const onTimeAnswer = z
  .strictObject({
    office: officeCode,
    from: day,
    to: day,
    asOf: instant.describe('The period’s end, or now where it is not over'),
    total: z.strictObject(figures),
    share: z.number().min(0).max(1).nullable().describe('(early + onTime) / solved; null where nothing was'),
    procedures: z.array(z.strictObject({ code: z.string(), name: z.string(), ...figures })),
  })
  .meta({ id: 'OnTime', description: 'Solved in time by QĐ 766/QĐ-TTg' });

/** Why a request is not carried out, closed; with its HTTP status. */
export const provincialRefusals = {
  malformed: 400,
  digestWrong: 400,
  sessionOver: 401,
  notAllowed: 403,
  officeUnknown: 404,
  dossierUnknown: 404,
  referenceUnknown: 404,
  referenceUsed: 409,
  codeDoubled: 409,
  tooLarge: 413,
  fileMissing: 422,
  tooMany: 429,
  busy: 503,
} as const;
export type ProvincialRefusal = keyof typeof provincialRefusals;
export const isProvincialRefusal = (code: string): code is ProvincialRefusal =>
  Object.hasOwn(provincialRefusals, code);

export const refusalAnswer = z
  .strictObject({
    refused: z.string().describe('The reason, from a closed list'),
    message: z.strictObject({ vi: z.string(), en: z.string() }),
    fields: z
      .array(z.strictObject({ field: z.string(), problem: z.string() }))
      .describe('Where the request is not as described; empty otherwise'),
  })
  .meta({ id: 'Refusal' });
export type RefusalAnswer = z.infer<typeof refusalAnswer>;
