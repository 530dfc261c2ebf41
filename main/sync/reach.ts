import type * as z from 'zod';
import { refused } from '../../shared/sync/messages.ts';
import type { HeldHead, Refusal } from '../../shared/sync/messages.ts';
import { LineFault, lineFaultOf } from './line-fault.ts';

export { LineFault } from './line-fault.ts';

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

/** Plain HTTP carries citizens' data in clear: only to a hub on this very machine. */
export const isHubAddress = (text: string): boolean => {
  try {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
  } catch {
    return false;
  }
};

/** A request and the hub's consent; throws HubRefusal, LineFault, or an AbortError when `signal` ended it. */
export const callHub = async (
  reach: Reach,
  url: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<Response> => {
  const answer = await whileOnLine(init.signal, () => reach(url, { ...init, redirect: 'error' }));
  if (answer.ok) return answer;
  // Proxy Authentication Required (RFC 9110, 15.5.8): the hub never says so.
  if (answer.status === 407) throw new LineFault('proxy');
  const no = refused.safeParse(await bodyOf(answer, init.signal));
  if (no.success) throw new HubRefusal(no.data.refused, no.data.held);
  throw new LineFault('notHub');
};

/** What goes wrong on the way, named. */
export const whileOnLine = async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SyntaxError) throw new LineFault('notHub', error);
    throw lineFaultOf(error);
  }
};

const bodyOf = (answer: Response, signal: AbortSignal): Promise<unknown> =>
  whileOnLine(signal, () => answer.json());

/** What the hub answers, in its shape. */
export const readAnswer = async <T>(
  answer: Response,
  shape: z.ZodType<T>,
  signal: AbortSignal,
): Promise<T> => {
  const read = shape.safeParse(await bodyOf(answer, signal));
  if (read.success) return read.data;
  throw new LineFault('notHub', read.error);
};

/** One request and its answer in its shape; throws as `callHub` does. */
export const askHub = async <T>(
  reach: Reach,
  url: string,
  shape: z.ZodType<T>,
  init: RequestInit & { signal: AbortSignal },
): Promise<T> => readAnswer(await callHub(reach, url, init), shape, init.signal);

export const askJson = <T>(
  reach: Reach,
  url: string,
  shape: z.ZodType<T>,
  body: unknown,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<T> =>
  askHub(reach, url, shape, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
