import { once } from 'node:events';
import { PassThrough, addAbortSignal } from 'node:stream';
import type { InputOf } from '../../shared/contract.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { getSession } from '../desk/desk.ts';
import type { Desk, Session } from '../desk/desk.ts';
import { VaultFault } from '../vault/faults.ts';
import { takeIn } from './take-in.ts';

/** A file let go over the window, on its way into the vault. */
interface Drop {
  readonly name: string;
  readonly size: number;
  readonly parts: PassThrough;
  readonly taken: Promise<AttachmentRef>;
  /** Bytes that have come. */
  come: number;
}

/** A window that went away in the middle sends no more; the largest file takes seconds. */
const patienceMs = 10 * 60_000;

/** One each: there is one pair of hands. */
const drops = new WeakMap<Session, Drop>();

const begin = (desk: Desk, { name, size, bytes }: InputOf<'digitise.drop'>, script?: URL): Drop => {
  // Nothing is laid by: a part that was answered lies in the vault, or the file was refused.
  const parts = new PassThrough({ highWaterMark: 0 });
  // Told by `taken`, to whoever hands over a part.
  parts.on('error', () => undefined);
  addAbortSignal(AbortSignal.timeout(patienceMs), parts);
  const taken = takeIn(desk, { name, size, head: bytes, parts }, script);
  taken.catch(() => undefined);
  return { name, size, parts, taken, come: 0 };
};

/**
 * Takes the next part of a file; what it became once the last is there, else null, when the part has been dealt with. Throws as `takeIn` does, and
 * cancelled where it is not the part that follows.
 */
export const takePart = async (
  desk: Desk,
  part: InputOf<'digitise.drop'>,
  script?: URL,
): Promise<AttachmentRef | null> => {
  const session = getSession(desk);
  const { name, size, from, bytes } = part;
  if (from === 0) {
    drops.get(session)?.parts.destroy(new VaultFault('cancelled'));
    drops.set(session, begin(desk, part, script));
  }
  const drop = drops.get(session);
  const isNext =
    drop?.name === name && drop.size === size && drop.come === from && from + bytes.length <= size;
  if (!drop || !isNext) throw new VaultFault('cancelled');
  drop.come += bytes.length;
  if (drop.come >= size) {
    drops.delete(session);
    drop.parts.end(bytes);
    return drop.taken;
  }
  const dealtWith = once(drop.parts, 'drain');
  drop.parts.write(bytes);
  await Promise.race([dealtWith, drop.taken]);
  return null;
};
