import type { ComponentFrozen } from '../events.ts';
import type { ComponentEntry } from '../form.ts';
import { isReceived } from '../blank-form.ts';
import type { FormSeries } from '../form-number.ts';
import type { DossierState } from '../state.ts';
import { longest } from './checks.ts';
import type { Checks } from './checks.ts';
import type { ActCommand } from './commands.ts';
import type { ActContext } from './context.ts';
import type { Acted, FormNumber, MissingPaper } from './events.ts';

/** The series this act takes a number of; null when it takes none. A control slip keeps the number it has. */
export const seriesFor = (state: DossierState, command: ActCommand): FormSeries | null => {
  switch (command.kind) {
    case 'requestSupplements':
      return 'guidance';
    case 'extend':
      return 'extension';
    case 'stop':
      return 'stop';
    case 'handOver':
      return state.slip ? null : 'control';
    case 'collectFee':
      return 'cash';
    case 'submitResult':
      return command.way === 'paper' && !state.slip ? 'control' : null;
    case 'numberResult':
      return command.number.trim() === '' ? 'result' : null;
    default:
      return null;
  }
};

export const actedBy = ({ command }: ActCommand, context: ActContext): Acted => ({
  command,
  at: context.at,
  businessDay: context.businessDay,
  desk: context.desk,
  clerkName: context.clerk.name,
});

export const numberOf = ({ formNumber, businessDay, desk }: ActContext): FormNumber => ({
  number: formNumber,
  year: Number(businessDay.slice(0, 4)),
  ofDesk: desk,
});

/** More of one paper than anybody carries is a slip of the finger. */
const mostPapers = 1000;
const mostPages = 100_000;
const mostRows = 200;

const isCount = (count: number, most: number): boolean =>
  Number.isInteger(count) && count >= 0 && count <= most;

/** Papers brought later, by the rules of the intake page. At least one must lie on the counter. */
export const readComponents = (checks: Checks, entries: readonly ComponentEntry[]): ComponentFrozen[] => {
  const read = entries.slice(0, mostRows).map((entry, row) => {
    const at = `components.${row}`;
    for (const field of ['originals', 'certified', 'copies', 'pages'] as const)
      if (!isCount(entry[field], field === 'pages' ? mostPages : mostPapers))
        checks.problems.push({ field: `${at}.${field}`, code: 'countInvalid', params: {} });
    if (entry.held && entry.originals < 1)
      checks.problems.push({ field: `${at}.held`, code: 'heldWithoutOriginal', params: {} });
    return { ...entry, name: checks.text(`${at}.name`, entry.name, 600) };
  });
  const received = read.filter(isReceived);
  if (received.length === 0) checks.add('components', 'actNothingListed');
  return received;
};

export const readMissing = (checks: Checks, missing: readonly MissingPaper[]): MissingPaper[] =>
  missing.slice(0, mostRows).map(({ name, count, what }, row) => {
    if (!isCount(count, mostPapers))
      checks.problems.push({ field: `missing.${row}.count`, code: 'countInvalid', params: {} });
    return {
      name: checks.text(`missing.${row}.name`, name, 500),
      count,
      what: checks.text(`missing.${row}.what`, what, 500, 'optional'),
    };
  });

export const readNote = (checks: Checks, note: string): string =>
  checks.text('note', note, longest.note, 'optional');
