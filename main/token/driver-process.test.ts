import { expect, it } from 'vitest';
import { startDriverProcess } from './driver-process.ts';
import type { Request } from './protocol.ts';
import { toProcessShape } from '../processes/envelope.ts';
import type { StartProcess } from '../processes/transport.ts';

/** A process that answers when it is told to, and shows what lies before it. */
const openDesk = () => {
  const asked: { id: number; do: string }[] = [];
  let hear: (message: unknown) => void = () => undefined;
  const start: StartProcess = () => ({
    post: (message) => {
      const parsed = toProcessShape.parse(message);
      const request = 'request' in parsed ? parsed.request : undefined;
      const named = typeof request === 'object' && request !== null && 'do' in request ? request.do : '';
      asked.push({ id: parsed.id, do: String(named) });
    },
    onMessage: (listener) => {
      hear = listener;
    },
    onExit: () => undefined,
    kill: () => undefined,
  });
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    driver: startDriverProcess('driver.so', start),
    before: () => asked.map(({ do: what }) => what),
    answer: async (value: unknown): Promise<void> => {
      hear({ ok: true, id: asked.shift()?.id, value });
      await settled();
    },
    settled,
  };
};

const key = { serial: '1', label: 'A', fingerprint: 'f' };
const sign = (pin?: Uint8Array): Extract<Request, { do: 'sign' }> => ({
  do: 'sign',
  key,
  digest: new Uint8Array(32),
  ...(pin ? { pin } : {}),
});
const about = { maker: '', name: '', version: '' };

it('lays one signature ready while the token works at another, and nothing else', async () => {
  const { driver, before, answer, settled } = openDesk();
  const opened = driver.open();
  await settled();
  await answer(about);
  await opened;
  const made = [1, 2, 3].map(() => driver.ask(sign()));
  const out = driver.ask({ do: 'logout' });
  const last = driver.ask(sign(new Uint8Array(1)));
  await settled();
  expect(before()).toEqual(['sign', 'sign']);
  await answer(Uint8Array.of(1));
  expect(before()).toEqual(['sign', 'sign']);
  await answer(Uint8Array.of(2));
  expect(before()).toEqual(['sign']);
  await answer(Uint8Array.of(3));
  expect(await Promise.all(made)).toEqual([1, 2, 3].map((one) => Uint8Array.of(one)));
  expect(before()).toEqual(['logout']);
  await answer(null);
  await out;
  expect(before()).toEqual(['sign']);
  await answer(Uint8Array.of(4));
  expect(await last).toEqual(Uint8Array.of(4));
});

it('opens a driver once for two that come together', async () => {
  const { driver, before, answer, settled } = openDesk();
  const made = [driver.ask(sign()), driver.ask(sign())];
  await settled();
  expect(before()).toEqual(['open']);
  await answer(about);
  expect(before()).toEqual(['sign', 'sign']);
  await answer(Uint8Array.of(1));
  await answer(Uint8Array.of(2));
  expect(await Promise.all(made)).toEqual([Uint8Array.of(1), Uint8Array.of(2)]);
});
