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

/** Asks main. Never rejects: what cannot be answered at all comes back as the fault `internal`. */
export const ask = async <M extends MethodName>(
  method: M,
  input: InputOf<M>,
): Promise<Result<OutputOf<M>>> => {
  try {
    return await window.quay.ask(method, input);
  } catch {
    return { ok: false, fault: { code: 'internal' } };
  }
};

/** Hears everything main tells this window until the returned function is called. */
export const listen = (hear: (telling: Telling) => void): (() => void) => window.quay.listen(hear);
