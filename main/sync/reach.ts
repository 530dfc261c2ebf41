import type * as z from 'zod';
import { refused } from '../../shared/sync/messages.ts';
import type { HeldHead, Refusal } from '../../shared/sync/messages.ts';

/** How main speaks to the province: fetch with this PC's proxy and certificate authorities, where there is a window system. */
export type Reach = (url: string, init: RequestInit) => Promise<Response>;

/** The hub answered and did not take it. */
export class HubRefusal extends Error {
  readonly reason: Refusal;
  readonly held: HeldHead | undefined;
  constructor(reason: Refusal, held?: HeldHead) {
    super(`hub: ${reason}`);
    this.reason = reason;
    this.held = held;
  }
}

/** Nobody answered, or somebody who is no hub of ours. */
export class LineFault extends Error {
  readonly kind: 'offline' | 'certificate' | 'notHub';
  constructor(kind: LineFault['kind'], cause?: unknown) {
    super(`line: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** Node names them in `cause.code`, Chromium in the message. */
const isCertificateFault = (error: unknown): boolean => {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const text = `${code} ${error instanceof Error ? error.message : ''}`;
  return /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO_VERIFY/u.test(text);
};

/** Plain HTTP carries citizens' data in clear: only to a hub on this very machine. */
export const isHubAddress = (text: string): boolean => {
  try {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
  } catch {
    return false;
  }
};

/** One request; throws HubRefusal, LineFault, or an AbortError when `signal` ended it. */
export const askHub = async <T>(
  reach: Reach,
  url: string,
  shape: z.ZodType<T>,
  init: RequestInit & { signal: AbortSignal },
): Promise<T> => {
  let answer: Response;
  let body: unknown;
  try {
    answer = await reach(url, { ...init, redirect: 'error' });
    body = await answer.json();
  } catch (error) {
    init.signal.throwIfAborted();
    if (error instanceof SyntaxError) throw new LineFault('notHub', error);
    throw new LineFault(isCertificateFault(error) ? 'certificate' : 'offline', error);
  }
  if (answer.ok) {
    const read = shape.safeParse(body);
    if (read.success) return read.data;
    throw new LineFault('notHub', read.error);
  }
  const no = refused.safeParse(body);
  if (no.success) throw new HubRefusal(no.data.refused, no.data.held);
  throw new LineFault('notHub');
};

export const askJson = <T>(
  reach: Reach,
  url: string,
  shape: z.ZodType<T>,
  body: unknown,
  signal: AbortSignal,
): Promise<T> =>
  askHub(reach, url, shape, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
