import * as z from 'zod';

/**
 * A procedure (thủ tục hành chính) as the counter needs it: who, how long, how much, which papers.
 * Everything is data from a catalogue pack (pack.ts) and keeps its confidence, so that an uncertain value can be shown as such.
 * Types come from the schemas: renderer code imports them with `import type`, so zod stays out of it.
 */

/** 1.004873, 2.000815, a case code 1.001193.02 or a provincial variant 2.000815.000.00.00.H55.02. */
export const procedureCode = z.string().regex(/^\d\.\d{6}(\.[0-9A-Z]{2,3}){0,6}$/);
const identifier = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/);
const shortText = z.string().min(1).max(600);
/** Local date 'YYYY-MM-DD'. */
const localDate = z.iso.date();
/** Đồng. A thousand billion is beyond any fee: a larger figure is a typing error. */
const amount = z.int().min(0).max(1_000_000_000_000);

export const termUnits = ['SAME_DAY', 'HOUR', 'WORKING_DAY', 'DAY', 'MONTH'] as const;

/** `cutoff` 'HH:MM' only with SAME_DAY: received after it, the result is due on the next working day. */
export const termSchema = z.strictObject({
  value: z.int().min(1).max(400),
  unit: z.enum(termUnits),
  cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .exactOptional(),
});

/** A case (trường hợp) narrows its procedure: absent parts are those of the procedure. */
export const procedureCaseSchema = z.strictObject({
  id: identifier,
  name: shortText,
  term: termSchema.exactOptional(),
  /** `index` of the components this case asks for. */
  components: z.array(z.int().min(1)).exactOptional(),
  /** `id` of the fees this case may charge. */
  fees: z.array(identifier).exactOptional(),
});

export const feeRules = ['copyCertification'] as const;

/** A page costs `first` up to page `firstPages`, `next` after it; a copy never more than `cap`. Đồng. */
export const copyRatesSchema = z.strictObject({
  first: amount,
  firstPages: z.int().min(0).max(1000),
  next: amount,
  cap: amount,
});

export const procedureFeeSchema = z.strictObject({
  id: identifier,
  type: z.enum(['PHI', 'LE_PHI']),
  label: shortText,
  /** null: set by the province (HĐND cấp tỉnh); 0: free by law, and then `note` names the law. Never 0 for "unknown". */
  amount: amount.nullable(),
  /** What one is counted by: việc, bản, trang, trường hợp… */
  unit: z.string().min(1).max(40),
  /** The amount is worked out, not multiplied (shared/fees/copy-certification.ts); `rates` then says by what. */
  rule: z.enum(feeRules).exactOptional(),
  rates: copyRatesSchema.exactOptional(),
  /** Only this way of filing pays it; absent: both. */
  channel: z.enum(['counter', 'online']).exactOptional(),
  /** Asked for only on request: `quantityFrom` is the answer that says how many; absent answer: none. */
  quantityFrom: z.string().min(1).max(60).exactOptional(),
  note: z.string().max(600),
});

export const exemptionSchema = z.strictObject({
  id: identifier,
  label: shortText,
  /** The law it rests on, as printed beside the line. */
  basis: shortText,
  /** `id` of the fees it lifts. */
  fees: z.array(identifier).min(1),
});

export const componentModes = ['submit', 'present', 'declare'] as const;

/** submit: kept in the dossier; present: shown and given back; declare: said or typed, no paper. */
export const procedureComponentSchema = z.strictObject({
  /** 1-based, stable within the procedure. */
  index: z.int().min(1).max(200),
  name: shortText,
  form: z.string().min(1).max(200).nullable(),
  mode: z.enum(componentModes),
  originals: z.int().min(0).max(100),
  copies: z.int().min(0).max(100),
  required: z.boolean(),
  condition: z.string().min(1).max(600).nullable(),
});

const confidence = z.enum(['high', 'medium', 'low']);

export const procedureSchema = z.strictObject({
  code: procedureCode,
  /** What the counter says and prints. */
  name: shortText,
  /** The national portal's full title where it is longer. */
  officialName: z.string().min(1).max(1200).nullable(),
  field: shortText,
  /** National field code, e.g. G15-TP07; null where it is not known. */
  fieldCode: z.string().min(1).max(40).nullable(),
  agency: shortText,
  /** false: citizens file it on the national portal, the counter only guides. */
  takenAtDesk: z.boolean(),
  term: termSchema,
  /** What the law adds to the term (extension, verification), shown to the clerk; '' when nothing. */
  termNote: z.string().max(600),
  /** Never empty: a procedure without cases has one, `defaultCaseId`. */
  cases: z.array(procedureCaseSchema).min(1),
  /** Empty: nothing is charged. */
  fees: z.array(procedureFeeSchema),
  exemptions: z.array(exemptionSchema),
  components: z.array(procedureComponentSchema),
  results: z.array(shortText),
  confidence: z.strictObject({
    code: confidence,
    term: confidence,
    fees: confidence,
    components: confidence,
  }),
  source: shortText,
  effectiveFrom: localDate,
  /** Last day it is in force; null: in force until further notice. */
  effectiveTo: localDate.nullable(),
  /** Codes it had before. */
  aliases: z.array(procedureCode),
  /** `id` of the JSON Schema (pack.fieldSchemas) of its own fields. */
  fields: identifier.exactOptional(),
});

/** The only case of a procedure that has none. */
export const defaultCaseId = 'chung';

export type Term = z.infer<typeof termSchema>;
export type TermUnit = Term['unit'];
export type Confidence = z.infer<typeof confidence>;
export type ProcedureCase = z.infer<typeof procedureCaseSchema>;
export type CopyRates = z.infer<typeof copyRatesSchema>;
export type ProcedureFee = z.infer<typeof procedureFeeSchema>;
export type Exemption = z.infer<typeof exemptionSchema>;
export type ProcedureComponent = z.infer<typeof procedureComponentSchema>;
export type Procedure = z.infer<typeof procedureSchema>;
