import { SigningFault } from './faults.ts';
import { parseAnswer, replyShape } from './protocol.ts';
import type { AnswerTo, Request } from './protocol.ts';
import type { ProcessHandle, StartProcess } from './transport.ts';

/** Milliseconds each call may take before its process is killed. A person types at the reader within `login`. */
export interface Deadlines {
  readonly open: number;
  readonly list: number;
  readonly login: number;
  readonly sign: number;
  readonly logout: number;
  readonly close: number;
}
export const usualDeadlines: Deadlines = {
  open: 30_000,
  list: 15_000,
  login: 120_000,
  sign: 60_000,
  logout: 5_000,
  // A driver's own threads may hang at the end (autogram#703): the process goes anyway.
  close: 2_000,
};

interface Waiting {
  readonly settle: (value: unknown) => void;
  readonly refuse: (fault: SigningFault) => void;
  readonly timer: NodeJS.Timeout;
}

/** Between loading and C_Initialize at the second try: some drivers crash without it (fortify#231). */
const secondTryPauseMs = 500;

export interface DriverProcess {
  /** Loads the driver when it is not loaded yet: whose it is. */
  open(): Promise<AnswerTo<'open'>>;
  ask<Do extends 'list' | 'login' | 'sign' | 'logout'>(
    request: Extract<Request, { do: Do }>,
  ): Promise<AnswerTo<Do>>;
  /** The process is there and its driver is loaded. */
  isOpen(): boolean;
  close(): Promise<void>;
}

/**
 * One driver in one process: asked one thing at a time, each with its deadline; killed when it is late, started anew when it is
 * next needed. A login is lost with the process, never made again by itself.
 */
export const startDriverProcess = (
  path: string,
  start: StartProcess,
  deadlines: Deadlines = usualDeadlines,
): DriverProcess => {
  let handle: ProcessHandle | undefined;
  let opened: AnswerTo<'open'> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  const waiting = new Map<number, Waiting>();

  const fall = (fallen: ProcessHandle, fault: SigningFault): void => {
    if (handle !== fallen) return;
    handle = undefined;
    opened = undefined;
    for (const { refuse, timer } of waiting.values()) {
      clearTimeout(timer);
      refuse(fault);
    }
    waiting.clear();
  };

  const launch = (): ProcessHandle => {
    const started = start();
    started.onMessage((message) => {
      const parsed = replyShape.safeParse(message);
      if (!parsed.success || handle !== started) return;
      const reply = parsed.data;
      const asked = waiting.get(reply.id);
      if (!asked) return;
      waiting.delete(reply.id);
      clearTimeout(asked.timer);
      if (reply.ok) asked.settle(reply.value);
      else asked.refuse(new SigningFault(reply.code, reply.params));
    });
    started.onExit(() => fall(started, new SigningFault('driverCrashed', { path })));
    return started;
  };

  const post = <Do extends Request['do']>(request: Extract<Request, { do: Do }>): Promise<AnswerTo<Do>> =>
    new Promise((resolve, reject) => {
      const to = (handle ??= launch());
      const id = ++count;
      const timer = setTimeout(() => {
        fall(
          to,
          new SigningFault('driverTimeout', { path, seconds: Math.ceil(deadlines[request.do] / 1000) }),
        );
        to.kill();
      }, deadlines[request.do]);
      waiting.set(id, {
        settle: (value) => resolve(parseAnswer<Do>(request.do, value)),
        refuse: reject,
        timer,
      });
      to.post({ id, request });
    });

  /** A driver that would not open leaves no half-opened process behind. */
  const openOnce = async (pauseMs: number): Promise<AnswerTo<'open'>> => {
    try {
      return await post<'open'>({ do: 'open', path, pauseMs });
    } catch (error) {
      const failed = handle;
      if (failed) {
        fall(failed, new SigningFault('driverCrashed', { path }));
        failed.kill();
      }
      throw error;
    }
  };

  const ensureOpen = async (): Promise<AnswerTo<'open'>> => {
    if (opened && handle) return opened;
    try {
      opened = await openOnce(0);
    } catch (error) {
      if (!(error instanceof SigningFault) || error.code !== 'driverCrashed') throw error;
      opened = await openOnce(secondTryPauseMs);
    }
    return opened;
  };

  /** One at a time: a deadline counts from when a call is really made, not from when it began to wait for its turn. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = last.then(job, job);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    open: () => inTurn(ensureOpen),
    ask: (request) =>
      inTurn(async () => {
        await ensureOpen();
        return post(request);
      }),
    isOpen: () => handle !== undefined && opened !== undefined,
    close: () =>
      inTurn(async () => {
        const open = handle;
        if (!open) return;
        await post<'close'>({ do: 'close' }).catch(() => undefined);
        fall(open, new SigningFault('tokenSessionLost'));
        open.kill();
      }),
  };
};
