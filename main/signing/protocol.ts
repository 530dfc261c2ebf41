import * as z from 'zod';
import type { SignaturePlace } from '../../shared/signing/appearance.ts';
import type { Patch } from './timestamp.ts';
import type { SignatureVerdict } from './verify-pdf.ts';

// What main and the signing process say to each other. Documents go there and come back; a PIN never does.

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const place = z.custom<SignaturePlace>(
  (value) => value === 'person' || value === 'agency' || value === 'copy',
);

/** A document: its bytes, or the attachment they lie in, read by the signing process itself. */
const paper = z.union([bytes, z.object({ path: z.string(), key: bytes, hash: z.string() })]);
export type Paper = z.infer<typeof paper>;

const trust = z.object({
  anchors: z.array(bytes),
  intermediates: z.array(bytes),
  lists: z.array(bytes),
  now: z.date(),
});

export const signRequestShape = z.discriminatedUnion('do', [
  /** The face of the words in a signature, once for all that follows. */
  z.object({ do: z.literal('face'), face: bytes }),
  z.object({
    do: z.literal('sign'),
    pdf: paper,
    signer: z.object({
      certificate: bytes,
      chain: z.array(bytes),
      kind: z.enum(['RSA', 'EC']),
      software: z.boolean(),
    }),
    look: z.object({
      place,
      heading: z.array(z.string()),
      lines: z.array(z.string()),
      picture: bytes.optional(),
      sealFollows: z.boolean().optional(),
    }),
    at: z.date(),
    reason: z.string(),
    location: z.string(),
    signerName: z.string(),
  }),
  /** `url`: of the time stamp authority, '' where the signature has its stamp already. Proofs are added where the chain ends at an anchor. */
  z.object({ do: z.literal('lengthen'), pdf: paper, field: z.string(), url: z.string(), trust }),
  z.object({ do: z.literal('verify'), pdf: paper, trust }),
]);
export type SignRequest = z.infer<typeof signRequestShape>;

/** Asked of main in the middle of 'sign': the signature over these bytes, which only the token can make. */
export const signQuestionShape = z.object({ message: bytes });

export interface SignAnswers {
  readonly face: null;
  /** What comes after the document's own bytes: those need not travel back. */
  readonly sign: { added: Uint8Array; field: string };
  /** As for 'sign', and the stamp's place in the document. `stampedAt` undefined: no stamp was asked for. `lists`: fetched on the way, for other documents. */
  readonly lengthen: {
    patch?: Patch | undefined;
    added: Uint8Array;
    stampedAt?: Date | undefined;
    proved: boolean;
    lists: Uint8Array[];
  };
  readonly verify: SignatureVerdict[];
}

const verdicts = z.custom<SignatureVerdict[]>(Array.isArray);
const shapes: { readonly [Do in keyof SignAnswers]: z.ZodType<SignAnswers[Do]> } = {
  face: z.null(),
  sign: z.object({ added: bytes, field: z.string() }),
  lengthen: z.object({
    patch: z.object({ at: z.number(), bytes }).optional(),
    added: bytes,
    stampedAt: z.date().optional(),
    proved: z.boolean(),
    lists: z.array(bytes),
  }),
  verify: verdicts,
};

export const parseSignAnswer = <Do extends SignRequest['do']>(to: Do, value: unknown): SignAnswers[Do] =>
  shapes[to].parse(value);
