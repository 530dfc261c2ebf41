import { afterEach, expect, it, vi } from 'vitest';
import { feedStart } from '../../shared/sync/feed.ts';
import { readFeedPages, StreamHeldBack } from './feed-stream.ts';
import { LineFault } from './reach.ts';
import type { Reach } from './reach.ts';

afterEach(() => void vi.useRealTimers());

const page = { entries: [], end: feedStart, time: 1 };
const over = new AbortController().signal;

/** A hub whose answer to a stream stays open after `said`. */
const streaming =
  (said: string): Reach =>
  (_url, { signal }) =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start: (controller) => {
            if (said !== '') controller.enqueue(new TextEncoder().encode(said));
            signal?.addEventListener('abort', () => controller.error(signal.reason));
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      ),
    );

it('reads pages of a stream whatever pieces they come in', async () => {
  const text = `: \n\ndata: ${JSON.stringify(page)}\n\ndata: ${JSON.stringify({ ...page, time: 2 })}\n\n`;
  const reach: Reach = () =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start: (controller) => {
            for (const byte of new TextEncoder().encode(text)) controller.enqueue(new Uint8Array([byte]));
            controller.close();
          },
        }),
        { headers: { 'content-type': 'text/event-stream; charset=utf-8' } },
      ),
    );
  const times: number[] = [];
  for await (const { time } of readFeedPages(reach, 'http://hub', 'token', over, true)) times.push(time);
  expect(times).toEqual([1, 2]);
});

it('takes the single page of a hub that knows no streams', async () => {
  const accepted: unknown[] = [];
  const reach: Reach = (_url, { headers }) => {
    accepted.push(new Headers(headers).get('accept'));
    return Promise.resolve(Response.json(page));
  };
  const pages = readFeedPages(reach, 'http://hub', 'token', over, true);
  expect(await pages.next()).toEqual({ done: false, value: page });
  expect(await pages.next()).toEqual({ done: true, value: undefined });
  expect(accepted).toEqual(['text/event-stream, application/json;q=0.5']);
});

it('says of a stream that is silent from its beginning that it is held back, and of a later silence that the line is dead', async () => {
  vi.useFakeTimers();
  const held = readFeedPages(streaming(''), 'http://hub', 'token', over, true).next();
  const heldEnds = expect(held).rejects.toBeInstanceOf(StreamHeldBack);
  await vi.advanceTimersByTimeAsync(10_000);
  await heldEnds;

  const pages = readFeedPages(
    streaming(`data: ${JSON.stringify(page)}\n\n`),
    'http://hub',
    'token',
    over,
    true,
  );
  expect(await pages.next()).toMatchObject({ value: page });
  const deadEnds = expect(pages.next()).rejects.toBeInstanceOf(LineFault);
  await vi.advanceTimersByTimeAsync(45_000);
  await deadEnds;
});
