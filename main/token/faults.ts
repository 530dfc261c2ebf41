import type { SigningFaultCode } from '../../shared/signing/faults.ts';
import type { MessageParams } from '../../shared/text/problem.ts';

/** Thrown inside main only, as VaultFault is: becomes `{ok: false, fault}` at the door. `params` never hold a PIN or a citizen's data. */
export class SigningFault extends Error {
  readonly code: SigningFaultCode;
  readonly params: MessageParams;

  constructor(code: SigningFaultCode, params: MessageParams = {}, cause?: unknown) {
    super(`signing: ${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'SigningFault';
    this.code = code;
    this.params = params;
  }
}
