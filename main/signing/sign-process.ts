import { startAsked } from '../processes/asked.ts';
import type { StartProcess } from '../processes/transport.ts';
import { SigningFault } from '../token/faults.ts';
import { parseSignAnswer, signQuestionShape } from './protocol.ts';
import type { Paper, SignAnswers, SignRequest } from './protocol.ts';
import type { Signer } from './signer.ts';
import type { Trust } from './trust.ts';

/** A hundred megabytes take some seconds; the token's own time is not counted. */
const patienceMs = 60_000;
/** The slowest answer measured of a government time stamp authority was 131 s (domain.md §8). */
const stampPatienceMs = 200_000;
/** Then the process goes: its memory is wanted on a 4 GB PC. */
const idleMs = 60_000;

const sent = ({ anchors, intermediates, lists, now }: Trust) => ({
  anchors: [...anchors],
  intermediates: [...intermediates],
  lists: [...lists],
  now,
});

export interface SignProcess {
  sign(
    request: Omit<Extract<SignRequest, { do: 'sign' }>, 'do' | 'signer'>,
    signer: Signer,
  ): Promise<SignAnswers['sign']>;
  lengthen(pdf: Paper, field: string, url: string, trust: Trust): Promise<SignAnswers['lengthen']>;
  verify(pdf: Paper, trust: Trust): Promise<SignAnswers['verify']>;
  close(): void;
}

/** The one process that has documents in hand; started by the first, gone a minute after the last. `face`: bytes of tinos-signature.ttf. */
export const startSignProcess = (start: StartProcess, face: () => Uint8Array): SignProcess => {
  const crashed = (): SigningFault => new SigningFault('signerCrashed');
  const process = startAsked(start, crashed);
  let idle: NodeJS.Timeout | undefined;
  let working = 0;

  const ask = async <Do extends SignRequest['do']>(
    request: Extract<SignRequest, { do: Do }>,
    deadlineMs: number,
    signer?: Signer,
  ): Promise<SignAnswers[Do]> => {
    clearTimeout(idle);
    working++;
    const late = (): SigningFault => new SigningFault('signerTimeout', { seconds: deadlineMs / 1000 });
    try {
      if (!process.isRunning())
        await process.ask({ do: 'face', face: face() }, { deadlineMs: patienceMs, late });
      const answer = await process.ask(request, {
        deadlineMs,
        late,
        ...(signer
          ? {
              consult: (question) => signer.sign(Buffer.from(signQuestionShape.parse(question).message)),
            }
          : {}),
      });
      return parseSignAnswer<Do>(request.do, answer);
    } finally {
      working--;
      if (working === 0) {
        idle = setTimeout(() => process.stop(crashed()), idleMs);
        idle.unref();
      }
    }
  };

  return {
    sign: (request, signer) => {
      const { certificate, chain, kind, software } = signer;
      const who = { certificate, chain: [...chain], kind, software };
      return ask<'sign'>({ do: 'sign', ...request, signer: who }, patienceMs, signer);
    },
    lengthen: (pdf, field, url, trust) =>
      ask<'lengthen'>({ do: 'lengthen', pdf, field, url, trust: sent(trust) }, stampPatienceMs),
    verify: (pdf, trust) => ask<'verify'>({ do: 'verify', pdf, trust: sent(trust) }, patienceMs),
    close: () => {
      clearTimeout(idle);
      process.stop(crashed());
    },
  };
};
