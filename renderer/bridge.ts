import type { InputOf, MethodName, OutputOf, Telling } from '../shared/contract.ts';
import type { Result } from '../shared/faults.ts';

/** The preload carries any method; the contract gives each its types (main parses the input again, whatever is sent). */
interface Bridge {
  ask<M extends MethodName>(method: M, input: InputOf<M>): Promise<Result<OutputOf<M>>>;
  listen(hear: (telling: Telling) => void): () => void;
}

declare global {
  interface Window {
    readonly quay: Bridge;
  }
}

/** Who is at the desk, as the desk store knows it; '' when nobody is. The store asks through this file, so it says it here. */
let atDesk = '';

export const noteAtDesk = (clerk: string): void => {
  atDesk = clerk;
};

/** Asks main, whoever hears the answer. Never rejects: what cannot be answered at all comes back as the fault `internal`. */
export const askMain = async <M extends MethodName>(
  method: M,
  input: InputOf<M>,
): Promise<Result<OutputOf<M>>> => {
  try {
    return await window.quay.ask(method, input);
  } catch {
    return { ok: false, fault: { code: 'internal' } };
  }
};

/**
 * Asks main for the clerk at the desk. Once she has left, nothing more comes of it: what she began says nothing to whoever sits
 * there next, and the steps that would have followed are not done in another's name.
 */
export const ask = async <M extends MethodName>(
  method: M,
  input: InputOf<M>,
): Promise<Result<OutputOf<M>>> => {
  const asking = atDesk;
  const answer = await askMain(method, input);
  if (asking !== '' && asking !== atDesk) return new Promise(() => undefined);
  return answer;
};

/** Hears everything main tells this window until the returned function is called. */
export const listen = (hear: (telling: Telling) => void): (() => void) => window.quay.listen(hear);
