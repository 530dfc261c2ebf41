import { createParser } from 'eventsource-parser';
import { feedPage } from '../../shared/sync/feed.ts';
import type { FeedPage } from '../../shared/sync/feed.ts';
import { LineFault, callHub, readAnswer, whileOnLine } from './reach.ts';
import type { Reach } from './reach.ts';

/** The hub sends the first page at once; a proxy that gathers answers would keep it. */
const firstWithinMs = 10_000;
/** Three of the hub's beats: a line that is silent for longer is dead, whatever TCP still believes. */
const silentMs = 45_000;

/** Nothing came through: what lies between lets no stream pass. */
export class StreamHeldBack extends Error {}

const readPage = (data: string): FeedPage => {
  const read = feedPage.safeParse(JSON.parse(data));
  if (!read.success) throw new LineFault('notHub', read.error);
  return read.data;
};

/**
 * The feed as it comes: page after page of one stream of server-sent events, or the single page of a long poll, as the hub answers.
 * Ends when the stream does. Throws as `callHub` does, and StreamHeldBack when a stream stays silent from its beginning.
 */
export async function* readFeedPages(
  reach: Reach,
  url: string,
  token: string,
  over: AbortSignal,
  asStream: boolean,
): AsyncGenerator<FeedPage> {
  const accept = asStream ? 'text/event-stream, application/json;q=0.5' : 'application/json';
  const silent = new AbortController();
  const signal = AbortSignal.any([over, silent.signal]);
  let heard = false;
  let watch: NodeJS.Timeout | undefined;
  const watchFor = (ms: number): void => {
    clearTimeout(watch);
    watch = setTimeout(() => silent.abort(), ms);
  };
  try {
    if (asStream) watchFor(firstWithinMs);
    const answer = await callHub(reach, url, {
      headers: { authorization: `Bearer ${token}`, accept },
      signal,
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (!isStream || !answer.body) {
      yield await readAnswer(answer, feedPage, signal);
      return;
    }
    const pages: FeedPage[] = [];
    const parser = createParser({ onEvent: ({ data }) => void pages.push(readPage(data)) });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    // Once it has answered, a request no longer listens reliably to its own signal (nodejs/undici: weak references).
    signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    for (;;) {
      const { done, value } = await whileOnLine(signal, () => reader.read());
      signal.throwIfAborted();
      if (done) return;
      heard = true;
      watchFor(silentMs);
      parser.feed(value);
      yield* pages.splice(0);
    }
  } catch (error) {
    if (!silent.signal.aborted || over.aborted) throw error;
    throw heard ? new LineFault('offline', error) : new StreamHeldBack();
  } finally {
    clearTimeout(watch);
    silent.abort();
  }
}
