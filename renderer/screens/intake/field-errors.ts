import type { Problem } from '../../../shared/faults.ts';
import type { SectionId, Stop } from './next-field.ts';
import { findStop, sectionOf } from './next-field.ts';

/** Text to show at each field, by its dotted path. */
export type Errors = Readonly<Record<string, string>>;

interface Shown {
  problems: readonly Problem[];
  visited: ReadonlySet<string>;
  tried: boolean;
  /** Somebody has been everywhere before: an opened draft. */
  isResumed: boolean;
}

/** An empty field is not held against her before she has tried to accept. */
const isEmptiness = (problem: Problem): boolean => /required|missing/i.test(problem.code);

/** Problems to draw now: what is wrong where she has been; everything once she tried to accept. */
export const problemsToShow = ({ problems, visited, tried, isResumed }: Shown): Problem[] =>
  problems.filter(
    (problem) =>
      tried ||
      (!isEmptiness(problem) &&
        (isResumed || visited.has(problem.field) || isBelowVisited(problem, visited))),
  );

const isBelowVisited = ({ field }: Problem, visited: ReadonlySet<string>): boolean => {
  for (const one of visited) if (field.startsWith(`${one}.`)) return true;
  return false;
};

/**
 * The texts by section and field. A problem whose field is no field of the page ("components") goes to the nearest one, so that
 * none is said nowhere.
 */
export const errorsBySection = (
  problems: readonly Problem[],
  stops: readonly Stop[],
  textOf: (problem: Problem) => string,
): Record<SectionId, Errors> => {
  const found: Record<SectionId, Record<string, string>> = {
    people: {},
    procedure: {},
    components: {},
    answers: {},
    fees: {},
    delivery: {},
  };
  for (const problem of problems) {
    const section = sectionOf(problem.field);
    const known = problem.field.includes('.') || stops.some((stop) => stop.field === problem.field);
    const field = known ? problem.field : (findStop(stops, problem.field)?.field ?? problem.field);
    found[section][field] ??= textOf(problem);
  }
  return found;
};

/** Warnings to draw now: that something is missing only once she has been there. */
export const warningsToShow = (warnings: readonly Problem[], visited: ReadonlySet<string>): Problem[] =>
  warnings.filter((warning) => !isEmptiness(warning) || visited.has(warning.field));
