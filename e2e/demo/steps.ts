import { join } from 'node:path';
import type { Counter } from '../clerk/application.ts';
import { screenshot } from './screens.ts';

export interface DemoReport {
  outcome: 'accepted' | 'refused' | 'failed';
  /** Milliseconds since the epoch at the counter: the trial clock. */
  at: number;
  durationMs: number;
  steps: { name: string; ms: number; screen: string | null }[];
  versions: Record<string, string>;
  dossier: { id: string; code: string; dueAt: number | null; witness: string } | null;
  paper: string | null;
  journal: unknown;
  refusal: { code: string; field: string; message: string } | null;
  failure: { step: string; message: string } | null;
  /** Acts done after the intake, and the paper each left. */
  acts: { act: string; paper: string | null }[];
  /** Signed files it left, below `out`. */
  signed: string[];
  /** What the window logged as errors: none is expected. */
  windowErrors: string[];
}

/** Runs the steps one by one, timed, each with a picture of the screen it ends on. */
export const makeSteps = (report: DemoReport, screens: string) => {
  let page: Counter['page'] | null = null;
  const now = { name: '' };
  const step = async <T>(name: string, act: () => Promise<T>, picture = true): Promise<T> => {
    now.name = name;
    const started = performance.now();
    const done = await act();
    const ms = Math.round(performance.now() - started);
    const number = String(report.steps.length + 1).padStart(2, '0');
    const screen = picture && page !== null ? `${number}-${name}.png` : null;
    if (screen !== null && page !== null) await screenshot(page, join(screens, screen));
    report.steps.push({ name, ms, screen: screen === null ? null : `screens/${screen}` });
    return done;
  };
  const look = (at: Counter['page']) => {
    page = at;
  };
  return { step, look, now, page: () => page };
};

export type Steps = ReturnType<typeof makeSteps>;
