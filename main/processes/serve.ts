import type { SigningFault } from '../token/faults.ts';
import type { VaultFault } from '../vault/faults.ts';
import { faultTold, toProcessShape } from './envelope.ts';

/** What Electron gives a utility process in place of process.send. */
interface ParentPort {
  on(event: 'message', hear: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/** Puts a question to main in the middle of a request, and waits for what it says. */
export type Question = (question: object) => Promise<unknown>;

/** Serves main from inside a process, under Electron or plain Node. `asFault` turns whatever `answer` throws into a fault main may hear. */
export const serve = (
  answer: (request: unknown, ask: Question) => unknown,
  asFault: (error: unknown) => SigningFault | VaultFault,
): void => {
  const parentPort: ParentPort | undefined = 'parentPort' in process ? process.parentPort : undefined;
  const say = (message: object): void => {
    if (parentPort) parentPort.postMessage(message);
    else process.send?.(message);
  };
  const asked = new Map<number, { resolve: (told: unknown) => void; reject: (fault: Error) => void }>();

  const work = async (id: number, request: unknown): Promise<void> => {
    const ask: Question = (question) =>
      new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        say({ id, question });
      });
    try {
      say({ ok: true, id, value: await answer(request, ask) });
    } catch (error) {
      const { code, params } = asFault(error);
      say({ ok: false, id, fault: { code, params: { ...params } } });
    }
  };

  const hear = (message: unknown): void => {
    const parsed = toProcessShape.safeParse(message);
    if (!parsed.success) return;
    if ('request' in parsed.data) {
      void work(parsed.data.id, parsed.data.request);
      return;
    }
    const waiting = asked.get(parsed.data.id);
    asked.delete(parsed.data.id);
    if ('told' in parsed.data) waiting?.resolve(parsed.data.told);
    else waiting?.reject(faultTold(parsed.data.refused));
  };

  if (parentPort) parentPort.on('message', ({ data }) => hear(data));
  else {
    process.on('message', hear);
    process.on('disconnect', () => process.exit(0));
  }
};
