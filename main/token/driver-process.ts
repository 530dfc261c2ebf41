import { startAsked } from '../processes/asked.ts';
import type { StartProcess } from '../processes/transport.ts';
import { SigningFault } from './faults.ts';
import { parseAnswer } from './protocol.ts';
import type { AnswerTo, Request } from './protocol.ts';

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
  /** For good: who still asks is told that the session is lost. */
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
  const process = startAsked(start, () => new SigningFault('driverCrashed', { path }));
  let opened: AnswerTo<'open'> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const post = async <Do extends Request['do']>(
    request: Extract<Request, { do: Do }>,
  ): Promise<AnswerTo<Do>> => {
    const deadlineMs = deadlines[request.do];
    const late = new SigningFault('driverTimeout', { path, seconds: Math.ceil(deadlineMs / 1000) });
    return parseAnswer<Do>(request.do, await process.ask(request, { deadlineMs, late }));
  };

  /** A driver that would not open leaves no half-opened process behind. */
  const openOnce = async (pauseMs: number): Promise<AnswerTo<'open'>> => {
    try {
      return await post<'open'>({ do: 'open', path, pauseMs });
    } catch (error) {
      process.stop(new SigningFault('driverCrashed', { path }));
      throw error;
    }
  };

  const ensureOpen = async (): Promise<AnswerTo<'open'>> => {
    // Let go of while a paper was being drawn: what asks for its signature now would start the driver for nobody.
    if (closed) throw new SigningFault('tokenSessionLost');
    if (opened && process.isRunning()) return opened;
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
    isOpen: () => process.isRunning() && opened !== undefined,
    close: () =>
      inTurn(async () => {
        closed = true;
        if (!process.isRunning()) return;
        await post<'close'>({ do: 'close' }).catch(() => undefined);
        process.stop(new SigningFault('tokenSessionLost'));
      }),
  };
};
