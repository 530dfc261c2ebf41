import { succeed, fail } from '../faults.ts';
import { cleaned, invalid } from './commands.ts';
import type { CertificationCommand, CertificationContext, Decided, FoundEntry } from './commands.ts';
import { entryOf, weighPile } from './pile.ts';

/** Mistakes in the register are struck out by a new event, never edited: the number stays and what stood before can be read. */

export const strike = (entry: FoundEntry, typed: string, context: CertificationContext): Decided => {
  if (entry.struck) return fail('entryStruckAlready', { number: entry.number });
  const reason = cleaned('reason', typed, 500);
  if (reason.problems.length > 0) return invalid(...reason.problems);
  const { year, number, content } = entry;
  return succeed([
    {
      type: 'entryStruck',
      v: 1,
      payload: {
        year,
        number,
        before: content,
        reason: reason.text,
        clerkName: context.clerkName,
        day: context.day,
      },
    },
  ]);
};

export const correct = (
  { entry, ...typed }: Extract<CertificationCommand, { kind: 'correct' }>,
  context: CertificationContext,
): Decided => {
  if (entry.struck) return fail('entryStruckAlready', { number: entry.number });
  const rates = entry.rates ?? context.rates;
  const { pile, problems } = weighPile(
    {
      requester: { ...entry.requester, name: typed.name },
      papers: typed.parts.map((part) => ({ ...part, kind: typed.paper })),
      exemption: '',
      note: '',
    },
    rates,
  );
  const reason = cleaned('reason', typed.reason, 500);
  const found = [...problems, ...reason.problems];
  if (found.length > 0) return invalid(...found);
  const [first] = pile.entries;
  if (!first) throw new Error('certification: a corrected entry has no content');
  const { year, number, content } = entry;
  return succeed([
    {
      type: 'entryCorrected',
      v: 1,
      payload: {
        year,
        number,
        requester: pile.requester,
        before: content,
        after: entryOf(first.kind, first.parts, rates, entry.exempt),
        reason: reason.text,
        clerkName: context.clerkName,
        day: context.day,
      },
    },
  ]);
};
