import * as z from 'zod';
import { fail, succeed, type Result } from '../faults.ts';
import type { Problem } from '../text/problem.ts';
import { jsonSchemaSchema } from './field-schema.ts';
import { procedureCode, procedureSchema } from './procedure.ts';
import { findPackFlaws, type PackFlawCode } from './pack-flaws.ts';

/**
 * A catalogue pack: procedures as a province publishes them on a day. It travels in a signed envelope whose body is the exact text
 * that was signed; nothing is re-serialised. An unsigned pack is refused: the old one stays (docs/catalogue.md says how to sign).
 */
export const cataloguePackSchema = z.strictObject({
  kind: z.literal('catalogue'),
  id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/),
  /** Rises with every issue of the same id. */
  version: z.int().min(1).max(1_000_000_000),
  issued: z.iso.date(),
  effectiveFrom: z.iso.date(),
  title: z.string().min(1).max(200),
  procedures: z.array(procedureSchema).min(1).max(5000),
  /** Old code → code in force, beside the aliases each procedure names itself. */
  aliases: z.record(procedureCode, procedureCode),
  /** Office code → the account its fees are transferred to. */
  accounts: z
    .record(
      z.string().min(1).max(35),
      z.strictObject({
        bin: z.string().regex(/^9704\d{2}$/),
        number: z.string().regex(/^[A-Z0-9]{4,19}$/),
        holder: z.string().min(1).max(100),
      }),
    )
    .optional(),
  fieldSchemas: z.record(z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/), jsonSchemaSchema),
});

export type CataloguePack = z.infer<typeof cataloguePackSchema>;

/** Largest pack read, in UTF-16 units: 5,000 procedures are about 8 million. */
export const maxPackLength = 20_000_000;

export const packFormat = 'quay-pack-1';

/** Other kinds of pack use the same envelope. */
export const packEnvelopeSchema = z.strictObject({
  format: z.literal(packFormat),
  kind: z.string().min(1).max(40),
  version: z.int().min(1),
  bodyText: z.string().min(1),
  /** Ed25519 over `packBytes(kind, bodyText)`, base64. */
  signature: z.base64().min(1).max(200),
  keyId: z.string().min(1).max(100),
});

export type PackEnvelope = z.infer<typeof packEnvelopeSchema>;

/** Tells whether `signature` over `bytes` is by the pinned key `keyId`; false for a key that is not pinned. */
export type VerifyPack = (bytes: Uint8Array, signature: Uint8Array, keyId: string) => boolean;

const encoder = new TextEncoder();

/** What a signature covers: "quay-pack-1\n", the kind, "\n", the body, in UTF-8. The prefix keeps it from passing for anything else. */
export const packBytes = (kind: string, bodyText: string): Uint8Array =>
  encoder.encode(`${packFormat}\n${kind}\n${bodyText}`);

const bytesOfBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));

const parseJson = (text: string): Result<unknown> => {
  if (text.length > maxPackLength) return fail('packMalformed', { reason: 'tooLarge', max: maxPackLength });
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return succeed(value);
  } catch (error) {
    return fail('packMalformed', { reason: 'notJson', detail: error instanceof Error ? error.message : '' });
  }
};

const maxProblems = 50;

const problemsOf = (error: z.ZodError): Problem<PackFlawCode>[] =>
  error.issues.slice(0, maxProblems).map((issue) => ({
    field: issue.path.map(String).join('.'),
    code: issue.code === 'unrecognized_keys' ? 'unknownKey' : 'badValue',
    params: { detail: issue.message },
  }));

/** A pack's body as data: shape, then everything a shape cannot say. Faults: packMalformed, packInvalid with each place named. */
export const parseCataloguePack = (bodyText: string): Result<CataloguePack> => {
  const json = parseJson(bodyText);
  if (!json.ok) return json;
  const kind = z.object({ kind: z.string() }).safeParse(json.value);
  if (kind.success && kind.data.kind !== 'catalogue')
    return fail('packInvalid', { reason: 'wrongKind', kind: kind.data.kind }, [
      { field: 'kind', code: 'wrongKind', params: { kind: kind.data.kind } },
    ]);
  const parsed = cataloguePackSchema.safeParse(json.value);
  if (!parsed.success) return fail('packInvalid', { reason: 'shape' }, problemsOf(parsed.error));
  const flaws = findPackFlaws(parsed.data);
  return flaws.length > 0
    ? fail('packInvalid', { reason: 'content' }, flaws.slice(0, maxProblems))
    : succeed(parsed.data);
};

/**
 * The envelope of any kind of pack, its signature checked before its body is read. Faults: packMalformed, packUnsigned (a bare body or
 * an empty signature), packUntrusted (key not pinned, or the signature is not over these bytes), packInvalid (wrong kind).
 */
export const openPackEnvelope = (
  text: string,
  kinds: string | readonly string[],
  verify: VerifyPack,
): Result<PackEnvelope> => {
  const json = parseJson(text);
  if (!json.ok) return json;
  const looks = z.object({ kind: z.unknown(), signature: z.unknown().optional() }).safeParse(json.value);
  if (!looks.success) return fail('packMalformed', { reason: 'notAPack' });
  if (looks.data.signature === undefined || looks.data.signature === '' || looks.data.signature === null)
    return fail('packUnsigned');
  const parsed = packEnvelopeSchema.safeParse(json.value);
  if (!parsed.success) return fail('packMalformed', { reason: 'notAPack' }, problemsOf(parsed.error));
  const envelope = parsed.data;
  if (!verify(packBytes(envelope.kind, envelope.bodyText), bytesOfBase64(envelope.signature), envelope.keyId))
    return fail('packUntrusted', { keyId: envelope.keyId });
  if (![kinds].flat().includes(envelope.kind))
    return fail('packInvalid', { reason: 'wrongKind', kind: envelope.kind }, [
      { field: 'kind', code: 'wrongKind', params: { kind: envelope.kind } },
    ]);
  return succeed(envelope);
};

/** The envelope says the version for all to see; the signed body decides. */
export const agreeOnVersion = (envelope: PackEnvelope, version: number): Result<null> =>
  envelope.version === version
    ? succeed(null)
    : fail('packInvalid', { reason: 'content' }, [
        { field: 'version', code: 'versionsDiffer', params: { envelope: envelope.version, body: version } },
      ]);

export interface AdmittedPack {
  pack: CataloguePack;
  envelope: PackEnvelope;
}

/**
 * Whether a pack may take the place of what is installed. `installed` are the packs in use; one of the same id must be older
 * (packOlder otherwise). Nothing is changed here: on any fault the old one stays.
 */
export const admitCataloguePack = (
  text: string,
  verify: VerifyPack,
  installed: readonly { id: string; version: number }[],
): Result<AdmittedPack> => {
  const opened = openPackEnvelope(text, 'catalogue', verify);
  return opened.ok ? admitCatalogue(opened.value, installed) : opened;
};

/** The same for an envelope already opened. */
export const admitCatalogue = (
  envelope: PackEnvelope,
  installed: readonly { id: string; version: number }[],
): Result<AdmittedPack> => {
  const body = parseCataloguePack(envelope.bodyText);
  if (!body.ok) return body;
  const pack = body.value;
  const same = agreeOnVersion(envelope, pack.version);
  if (!same.ok) return same;
  const older = installed.find(({ id, version }) => id === pack.id && version >= pack.version);
  if (older) return fail('packOlder', { id: pack.id, version: pack.version, installed: older.version });
  return succeed({ pack, envelope });
};
