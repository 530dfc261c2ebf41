import type { CopyRates } from '../catalogue/procedure.ts';
import { sampleOffice } from '../forms/testing-samples.ts';
import type { CertificationContext, CertificationCommand } from './commands.ts';
import { decideCertification } from './decide.ts';
import type { CertificationEvent } from './events.ts';
import type { PileForm } from './pile.ts';
import { blankPile } from './pile.ts';
import { evolveRegister } from './register.ts';
import type { RegisterState } from './register.ts';

/** TT 226/2016/TT-BTC. */
export const sampleRates: CopyRates = { first: 2000, firstPages: 2, next: 1000, cap: 200_000 };

export const sampleContext = (change: Partial<CertificationContext> = {}): CertificationContext => ({
  desk: 1,
  day: '2026-11-23',
  at: Date.parse('2026-11-23T09:15:00+07:00'),
  clerkName: 'Cán bộ Mẫu',
  office: sampleOffice,
  rates: sampleRates,
  known: null,
  ...change,
});

export const samplePile = (...papers: [kind: string, pages: number, copies: number][]): PileForm => ({
  ...blankPile(),
  requester: { name: 'Nguyễn Văn Mẫu', idNumber: '019099000123', address: 'Thôn Mẫu' },
  papers: papers.map(([kind, pages, copies]) => ({ kind, pages, copies })),
});

export const foldRegister = (
  events: readonly CertificationEvent[],
  from: RegisterState | null = null,
): RegisterState | null => events.reduce(evolveRegister, from);

/** The events a command makes; throws when the law refuses. */
export const mustDecide = (
  state: RegisterState | null,
  command: CertificationCommand,
  context: CertificationContext = sampleContext(),
): CertificationEvent[] => {
  const decided = decideCertification(state, command, context);
  if (!decided.ok) throw new Error(JSON.stringify(decided.fault));
  return decided.value;
};
