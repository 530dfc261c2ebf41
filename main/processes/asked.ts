import { SigningFault } from '../token/faults.ts';
import { faultTold, fromProcessShape } from './envelope.ts';
import type { ProcessHandle, StartProcess } from './transport.ts';

interface Waiting {
  readonly settle: (value: unknown) => void;
  readonly refuse: (fault: Error) => void;
  readonly consult: Consult | undefined;
  timer: NodeJS.Timeout;
  readonly again: () => NodeJS.Timeout;
}

/** Answers a question the process puts in the middle of its work; a SigningFault thrown here reaches the process as such. */
export type Consult = (question: unknown) => Promise<unknown>;

export interface Asking {
  readonly deadlineMs: number;
  /** What to say when the deadline has passed and the process was killed. */
  readonly late: () => SigningFault;
  /** The deadline does not run while main is asked. */
  readonly consult?: Consult;
}

/**
 * A process that is asked things: started when it is needed, killed when it is late, and started anew by the next request. Whatever
 * waits when it falls is refused; nothing is asked twice by itself.
 */
export interface AskedProcess {
  ask(request: object, asking: Asking): Promise<unknown>;
  isRunning(): boolean;
  /** Kills it; what waits is refused with `fault`. */
  stop(fault: SigningFault): void;
}

export const startAsked = (start: StartProcess, crashed: () => SigningFault): AskedProcess => {
  let handle: ProcessHandle | undefined;
  let count = 0;
  const waiting = new Map<number, Waiting>();

  const fall = (fallen: ProcessHandle, fault: SigningFault): void => {
    if (handle !== fallen) return;
    handle = undefined;
    for (const { refuse, timer } of waiting.values()) {
      clearTimeout(timer);
      refuse(fault);
    }
    waiting.clear();
  };

  const consulted = async (
    on: ProcessHandle,
    id: number,
    asked: Waiting,
    question: unknown,
  ): Promise<void> => {
    clearTimeout(asked.timer);
    let answer: object;
    try {
      if (!asked.consult) throw new Error('asked process: a question nobody expected');
      answer = { id, told: await asked.consult(question) };
    } catch (error) {
      if (!(error instanceof SigningFault)) {
        waiting.delete(id);
        asked.refuse(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      answer = { id, refused: { code: error.code, params: { ...error.params } } };
    }
    if (handle !== on || !waiting.has(id)) return;
    asked.timer = asked.again();
    on.post(answer);
  };

  const launch = (): ProcessHandle => {
    const started = start();
    started.onMessage((message) => {
      const parsed = fromProcessShape.safeParse(message);
      const asked = parsed.success && handle === started ? waiting.get(parsed.data.id) : undefined;
      if (!parsed.success || !asked) return;
      const reply = parsed.data;
      if (!('ok' in reply)) {
        void consulted(started, reply.id, asked, reply.question);
        return;
      }
      waiting.delete(reply.id);
      clearTimeout(asked.timer);
      if (reply.ok) asked.settle(reply.value);
      else asked.refuse(faultTold(reply.fault));
    });
    started.onExit(() => fall(started, crashed()));
    return started;
  };

  return {
    ask: (request, { deadlineMs, late, consult }) =>
      new Promise((resolve, reject) => {
        const to = (handle ??= launch());
        const id = ++count;
        const again = (): NodeJS.Timeout =>
          setTimeout(() => {
            fall(to, late());
            to.kill();
          }, deadlineMs);
        waiting.set(id, { settle: resolve, refuse: reject, consult, timer: again(), again });
        to.post({ id, request });
      }),
    isRunning: () => handle !== undefined,
    stop: (fault) => {
      const running = handle;
      if (!running) return;
      fall(running, fault);
      running.kill();
    },
  };
};
