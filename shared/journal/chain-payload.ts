import * as z from 'zod';
import type { RowHeader } from './row.ts';

const parent = z.object({ epoch: z.string(), seq: z.number(), hash: z.string() });
const clerk = z.object({ id: z.string(), publicKey: z.string() });

/** What the chain itself needs from a payload: an epoch's parent, and new keys. The rest of a payload is no concern of it. */
const shapes = {
  epochOpened: z
    .object({ parent: parent.nullable() })
    .transform((read) => ({ kind: 'epoch', ...read }) as const),
  officeFounded: z
    .object({ founder: clerk })
    .transform(({ founder }) => ({ kind: 'root', clerk: founder.id, key: founder.publicKey }) as const),
  clerkEnrolled: z
    .object({ clerk })
    .transform(
      (read) => ({ kind: 'key', clerk: read.clerk.id, key: read.clerk.publicKey, own: false }) as const,
    ),
  clerkKeyReplaced: z
    .object({ clerk: z.string(), publicKey: z.string(), reason: z.string() })
    .transform(
      (read) =>
        ({ kind: 'key', clerk: read.clerk, key: read.publicKey, own: read.reason === 'recovery' }) as const,
    ),
};

export type ChainPayload = z.output<(typeof shapes)[keyof typeof shapes]>;

/** Whether the chain itself needs the content of such rows. No citizen is in them, and no law erases them. */
export const isChainType = (type: string): type is keyof typeof shapes => Object.hasOwn(shapes, type);

/** Undefined when the row is of no concern to the chain, erased or unreadable. */
export const readChainPayload = (header: RowHeader, payload: string | null): ChainPayload | undefined => {
  if (payload === null || !isChainType(header.type)) return undefined;
  try {
    return shapes[header.type].safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
};
