import { expect, it } from 'vitest';
import { standingOf } from './verdicts.ts';
import type { CheckedSignature } from './verdicts.ts';

type Answers = Parameters<typeof standingOf>[0];

const every = {
  integrity: ['intact', 'broken'],
  coverage: ['whole', 'signaturesAdded', 'contentChanged', 'unsound'],
  chain: ['trusted', 'untrusted', 'expired', 'notYetValid', 'unsuitable'],
  revocation: ['good', 'revoked', 'unknown'],
  time: ['none', 'proved', 'failed'],
} as const satisfies { [K in keyof Answers]: readonly CheckedSignature[K][] };

const all: Answers[] = every.integrity.flatMap((integrity) =>
  every.coverage.flatMap((coverage) =>
    every.chain.flatMap((chain) =>
      every.revocation.flatMap((revocation) =>
        every.time.map((time) => ({ integrity, coverage, chain, revocation, time })),
      ),
    ),
  ),
);

it('calls valid only what every answer speaks for; what is not known is neither valid nor bad', () => {
  expect(all).toHaveLength(360);
  const valid = all.filter((one) => standingOf(one) === 'valid');
  expect(valid).toEqual(
    (['whole', 'signaturesAdded'] as const).flatMap((coverage) =>
      (['none', 'proved'] as const).map((time) => ({
        integrity: 'intact',
        coverage,
        chain: 'trusted',
        revocation: 'good',
        time,
      })),
    ),
  );
  for (const one of all.filter((some) => standingOf(some) === 'unknown'))
    expect(one.integrity === 'intact' && one.revocation !== 'revoked').toBe(true);
  // A revoked certificate is bad also where its authority is unknown.
  for (const one of all.filter(
    ({ integrity, revocation }) => integrity === 'broken' || revocation === 'revoked',
  ))
    expect(standingOf(one)).toBe('bad');
});
