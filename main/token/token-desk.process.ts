// The token process: a vendor's library blocks, crashes and hangs, and Cryptoki's state is per process, so each driver has one
// of its own, which may be killed (signing.md §1). Started by utilityProcess in the application, by fork in plain Node.
import { asSigningFault } from './ckr.ts';
import { openTokenDesk } from './host/desk.ts';
import { envelopeShape } from './protocol.ts';
import type { Reply } from './protocol.ts';

/** What Electron gives a utility process in place of process.send. */
interface ParentPort {
  on(event: 'message', hear: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const desk = openTokenDesk();

const answer = (message: unknown): Reply | undefined => {
  const parsed = envelopeShape.safeParse(message);
  if (!parsed.success) return undefined;
  const { id, request } = parsed.data;
  try {
    return { ok: true, id, value: desk(request) };
  } catch (error) {
    const { code, params } = asSigningFault(error);
    return { ok: false, id, code, params: { ...params } };
  } finally {
    if ('pin' in request) request.pin?.fill(0);
  }
};

const parentPort: ParentPort | undefined = 'parentPort' in process ? process.parentPort : undefined;

if (parentPort) {
  parentPort.on('message', ({ data }) => {
    const reply = answer(data);
    if (reply) parentPort.postMessage(reply);
  });
} else {
  process.on('message', (message) => {
    const reply = answer(message);
    if (reply) process.send?.(reply);
  });
  process.on('disconnect', () => process.exit(0));
}
