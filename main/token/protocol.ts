import * as z from 'zod';

// What main and the token process say to each other. The process sees digests and a PIN, never a document or its name.

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A token is known by what its maker wrote on it, never by its slot: slots move from one day to the next (jsignpdf#129). */
const tokenRef = z.object({ serial: z.string(), label: z.string() });
export type TokenRef = z.infer<typeof tokenRef>;

/** The certificate by SHA-256 fingerprint (hex), so that a token holding several is never guessed at. */
const keyRef = tokenRef.extend({ fingerprint: z.string() });
export type KeyRef = z.infer<typeof keyRef>;

export const requestShape = z.discriminatedUnion('do', [
  /** `pauseMs` between loading and C_Initialize: some drivers crash without it (fortify#231). */
  z.object({ do: z.literal('open'), path: z.string(), pauseMs: z.number() }),
  z.object({ do: z.literal('list'), fresh: z.boolean() }),
  /** `pin: null`: typed on the reader itself. `evenIfLast`: she has been told that one more wrong PIN locks the token. */
  z.object({ do: z.literal('login'), token: tokenRef, pin: bytes.nullable(), evenIfLast: z.boolean() }),
  /** `pin` undefined: the login stands; given: the key asks for it at each signature. */
  z.object({ do: z.literal('sign'), key: keyRef, digest: bytes, pin: bytes.nullable().optional() }),
  z.object({ do: z.literal('logout') }),
  z.object({ do: z.literal('close') }),
]);
export type Request = z.infer<typeof requestShape>;

const certificate = z.object({ der: bytes, id: z.string(), fingerprint: z.string() });
export type TokenCertificate = z.infer<typeof certificate>;

const tokenInfo = tokenRef.extend({
  maker: z.string(),
  model: z.string(),
  /** From the token's own flags: few tries left; one left; none left. */
  pin: z.enum(['ok', 'low', 'last', 'locked']),
  protectedPath: z.boolean(),
  loggedIn: z.boolean(),
  certificates: z.array(certificate),
});
export type TokenInfo = z.infer<typeof tokenInfo>;

interface Answers {
  readonly open: { maker: string; name: string; version: string };
  readonly list: TokenInfo[];
  /** Fingerprints of the certificates whose key is there, and whether the key asks for the PIN at each signature. */
  readonly login: { fingerprint: string; alwaysAuthenticate: boolean }[];
  readonly sign: Uint8Array;
  readonly logout: null;
  readonly close: null;
}
export type AnswerTo<Do extends Request['do']> = Answers[Do];

const answers: { readonly [Do in Request['do']]: z.ZodType<Answers[Do]> } = {
  open: z.object({ maker: z.string(), name: z.string(), version: z.string() }),
  list: z.array(tokenInfo),
  login: z.array(z.object({ fingerprint: z.string(), alwaysAuthenticate: z.boolean() })),
  sign: bytes,
  logout: z.null(),
  close: z.null(),
};
export const parseAnswer = <Do extends Request['do']>(to: Do, value: unknown): AnswerTo<Do> =>
  answers[to].parse(value);
