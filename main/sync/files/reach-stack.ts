import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import type { Reach } from '../reach.ts';

const noProgress = (): void => undefined;

const answerOf = async (answer: Response): Promise<HttpResponse> => {
  const body = await answer.text();
  return {
    getStatus: () => answer.status,
    getHeader: (name) => answer.headers.get(name) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => answer,
  };
};

/**
 * tus over the same reach as everything else: this PC's proxy and certificate authorities. `turn` is waited for before each request, so
 * that rows which have come up meanwhile go first.
 */
export const reachStack = (reach: Reach, turn: () => Promise<void>, signal: AbortSignal): HttpStack => ({
  getName: () => 'reach',
  createRequest: (method, url): HttpRequest => {
    const headers: Record<string, string> = {};
    const cut = new AbortController();
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => {
        headers[name] = value;
      },
      getHeader: (name) => headers[name],
      setProgressHandler: noProgress,
      send: async (body: Uint8Array<ArrayBuffer> | null | undefined) => {
        await turn();
        const answer = await reach(url, {
          method,
          headers,
          ...(body ? { body } : {}),
          redirect: 'error',
          signal: AbortSignal.any([signal, cut.signal]),
        });
        return answerOf(answer);
      },
      abort: () => {
        cut.abort();
        return Promise.resolve();
      },
      getUnderlyingObject: () => null,
    };
  },
});
