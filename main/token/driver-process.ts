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

/** A signature that brings its PIN waits for the former's answer: a refusal ends the login. */
const mayLieReady = (request: Request): boolean => request.do === 'sign' && request.pin === undefined;

/**
 * One driver in one process: asked in turn, each call with its deadline; killed when it is late, started anew when it is
 * next needed. A login is lost with the process, never made again by itself.
 */
export const startDriverProcess = (
  path: string,
  start: StartProcess,
  deadlines: Deadlines = usualDeadlines,
): DriverProcess => {
  const process = startAsked(start, () => new SigningFault('driverCrashed', { path }));
  let opened: AnswerTo<'open'> | undefined;
  let opening: Promise<AnswerTo<'open'>> | undefined;
  let closed = false;
  /** Settled when everything asked so far is answered; when all but the last is. */
  let all: Promise<unknown> = Promise.resolve();
  let allButLast: Promise<unknown> = all;
  let lastSigns = false;

  const post = async <Do extends Request['do']>(
    request: Extract<Request, { do: Do }>,
    waits = 1,
  ): Promise<AnswerTo<Do>> => {
    const deadlineMs = deadlines[request.do] * waits;
    const late = (): SigningFault =>
      new SigningFault('driverTimeout', { path, seconds: Math.ceil(deadlineMs / 1000) });
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

  const openTwice = async (): Promise<AnswerTo<'open'>> => {
    try {
      return await openOnce(0);
    } catch (error) {
      if (!(error instanceof SigningFault) || error.code !== 'driverCrashed') throw error;
      return openOnce(secondTryPauseMs);
    }
  };

  const ensureOpen = async (): Promise<AnswerTo<'open'>> => {
    // Let go of while a paper was being drawn: what asks for its signature now would start the driver for nobody.
    if (closed) throw new SigningFault('tokenSessionLost');
    if (opened && process.isRunning()) return opened;
    opening ??= openTwice().finally(() => {
      opening = undefined;
    });
    opened = await opening;
    return opened;
  };

  /**
   * One at a time: a deadline counts from when a call is really made, not from when it began to wait for its turn. Signatures alone lie
   * ready one ahead, so that the token need not wait for its next while main works at the former.
   */
  const inTurn = <T>(job: (waits: number) => Promise<T>, signs = false): Promise<T> => {
    const isAhead = signs && lastSigns;
    const turn = (isAhead ? allButLast : all).then(() => job(isAhead ? 2 : 1));
    allButLast = all;
    all = Promise.allSettled([all, turn]);
    lastSigns = signs;
    return turn;
  };

  return {
    open: () => inTurn(ensureOpen),
    ask: (request) =>
      inTurn(async (waits) => {
        await ensureOpen();
        return post(request, waits);
      }, mayLieReady(request)),
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
