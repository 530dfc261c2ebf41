import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What a line does to the connections that are made over it. */
export interface Weather {
  /** Round trip added, milliseconds. */
  delayMs: number;
  /** Rate of each direction, shared by its connections. */
  bytesPerSecond: number;
  /** Chance that a segment of 1,460 bytes is its connection's last. */
  resets: number;
  /** Longest time a new connection is held back, milliseconds: later ones overtake it. */
  holdMs: number;
  /** Chance that everything a connection has sent is sent once more, over another, after its end. */
  repeats: number;
}

type Way = 'up' | 'down';

export interface FaultyLine {
  url: string;
  change(weather: Partial<Weather>): void;
  /** Leads elsewhere from now on: to an instance that took another's place. */
  lead(target: string): void;
  /** Once, behind exactly the `bytes`-th byte from now: the receiver gets so many and an end, the sender a reset. */
  cutAfter(way: Way, bytes: number): void;
  /** Cuts what is open; while cut nobody gets through. */
  setCut(cut: boolean): void;
  passed(): Readonly<Record<Way | 'connections', number>>;
  close(): Promise<void>;
}

export const fair: Weather = {
  delayMs: 0,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  resets: 0,
  holdMs: 0,
  repeats: 0,
};

const segment = 1_460;
/** More than that on its way stops the sender, as a full socket would. */
const windowBytes = 1024 * 1024;
/** Of a connection that lasts, only its beginning could be repeated whole. */
const mostRepeated = 256 * 1024;

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export const drawFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const quiet = (socket: Socket): Socket => socket.on('error', () => undefined);

/** Gives one direction's chunks on in their order, each at its time. */
const queueTo = (deliver: (chunk: Buffer) => void, from: Socket) => {
  const queue: { at: number; chunk: Buffer }[] = [];
  let queued = 0;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    for (let [next] = queue; next && next.at <= performance.now() + 0.5; [next] = queue) {
      queue.shift();
      queued -= next.chunk.length;
      deliver(next.chunk);
    }
    if (queued < windowBytes) from.resume();
    if (queue[0]) timer = setTimeout(flush, queue[0].at - performance.now());
  };
  return (chunk: Buffer, at: number): void => {
    queue.push({ at, chunk });
    queued += chunk.length;
    if (queued >= windowBytes) from.pause();
    if (timer === undefined) flush();
  };
};

/**
 * A TCP line on loopback between desks and a hub, as bad as it is asked to be. What befalls the n-th connection follows from the seed alone:
 * after how many bytes it breaks, how long it is held back, whether it is repeated.
 */
export const openFaultyLine = async (
  target: string,
  weather: Partial<Weather> = {},
  seed = 1,
): Promise<FaultyLine> => {
  let now: Weather = { ...fair, ...weather };
  let { hostname: host, port } = new URL(target);
  let isCut = false;
  const live = new Set<Socket>();
  const free: Record<Way, number> = { up: 0, down: 0 };
  const armed: Record<Way, number> = { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY };
  const passed = { up: 0, down: 0, connections: 0 };

  const keep = (socket: Socket): Socket => {
    live.add(socket);
    return quiet(socket).on('close', () => live.delete(socket));
  };
  const toHub = (): Socket => keep(connect({ host, port: Number(port), noDelay: true }));

  const repeat = (chunks: readonly Buffer[]): void => {
    const again = toHub();
    again.resume().write(Buffer.concat(chunks));
    again.setTimeout(500, () => again.destroy());
  };

  /** The bytes a connection may carry in one direction before it breaks: geometric, segment by segment. */
  const span = (draw: () => number): number =>
    now.resets > 0
      ? Math.floor((Math.log(1 - draw()) / Math.log(1 - now.resets) + draw()) * segment)
      : Number.POSITIVE_INFINITY;

  const carry = (
    way: Way,
    [from, to]: readonly [Socket, Socket],
    begin: number,
    left: number,
    took: (chunk: Buffer) => void,
  ): void => {
    let over = false;
    const deliver = (chunk: Buffer): void => {
      if (over) return;
      const fits = Math.min(chunk.length, left, armed[way]);
      const whole = fits === chunk.length;
      const part = whole ? chunk : chunk.subarray(0, fits);
      left -= fits;
      armed[way] -= fits;
      passed[way] += fits;
      took(part);
      if (to.writable) to.write(part);
      if (left > 0 && armed[way] > 0) return;
      over = true;
      armed[way] = Number.POSITIVE_INFINITY;
      to.end();
      from.resetAndDestroy();
    };
    const queue = queueTo(deliver, from);
    const { bytesPerSecond, delayMs } = now;
    from.on('data', (chunk: Buffer) => {
      const start = Math.max(free[way], performance.now(), begin);
      free[way] = start + (chunk.length * 1000) / bytesPerSecond;
      queue(chunk, free[way] + delayMs / 2);
    });
    from.on('close', () => {
      const last = Math.max(free[way], performance.now()) + delayMs / 2;
      setTimeout(() => to.end(), last - performance.now()).unref();
    });
  };

  const server = createServer({ noDelay: true }, (desk) => {
    passed.connections += 1;
    keep(desk);
    if (isCut) return void desk.resetAndDestroy();
    const draw = drawFrom(seed * 7_919 + passed.connections);
    // A connection costs a round trip before its first byte may leave.
    const begin = performance.now() + now.delayMs + draw() * now.holdMs;
    const sent: Buffer[] = [];
    let kept = 0;
    const hub = toHub();
    const isRepeated = draw() < now.repeats;
    carry('up', [desk, hub], begin, span(draw), (chunk) => {
      if (!isRepeated || kept > mostRepeated) return;
      kept += chunk.length;
      sent.push(chunk);
    });
    carry('down', [hub, desk], 0, span(draw), () => undefined);
    if (isRepeated) desk.once('close', () => !isCut && kept <= mostRepeated && repeat(sent));
    return undefined;
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no line');
  const cutAll = (): void => {
    for (const socket of live) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    change: (to) => (now = { ...now, ...to }),
    lead: (to) => ({ hostname: host, port } = new URL(to)),
    cutAfter: (way, bytes) => (armed[way] = bytes),
    setCut: (cut) => {
      isCut = cut;
      if (cut) cutAll();
    },
    passed: () => ({ ...passed }),
    close: async () => {
      isCut = true;
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
