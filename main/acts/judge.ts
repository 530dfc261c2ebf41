import type { ActAfter, ActJudgement, InputOf } from '../../shared/contract.ts';
import { numberOf } from '../../shared/dossier/acts/acted.ts';
import { businessOf } from '../../shared/dossier/acts/axes.ts';
import { onTime } from '../../shared/dossier/acts/clock.ts';
import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import { decideAct } from '../../shared/dossier/acts/decide.ts';
import type { ActEvent } from '../../shared/dossier/acts/events.ts';
import { warningsOf } from '../../shared/dossier/acts/guards.ts';
import { moneyStanding } from '../../shared/dossier/acts/money.ts';
import { evolve } from '../../shared/dossier/evolve.ts';
import { formNumber } from '../../shared/dossier/form-number.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { findDayFault } from '../desk/business-day.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { actContext } from './context.ts';
import type { JudgedBy } from './context.ts';
import { findHindrance } from './hindrance.ts';

/** Any text serves to see what a date or an amount leads to; what is typed is never changed by it. */
const unwritten = '…';

/** The command with the texts she has still to write: a new date can be shown before its reason is. */
const asIfWritten = (command: ActCommand): ActCommand => {
  switch (command.kind) {
    case 'extend':
      return {
        ...command,
        reason: command.reason.trim() || unwritten,
        signer: command.signer.trim() || unwritten,
      };
    case 'requestSupplements':
      return { ...command, reason: command.reason.trim() || unwritten };
    case 'receiveSupplements':
      return { ...command, components: [broughtSomething] };
    case 'numberResult':
      return { ...command, symbol: command.symbol.trim() || unwritten };
    default:
      return command;
  }
};

const broughtSomething = {
  index: null,
  name: unwritten,
  mode: 'submit' as const,
  originals: 0,
  certified: 0,
  copies: 1,
  pages: 0,
  held: false,
  files: [],
};

/** The number a document would be issued under: as printed, with its symbol. */
const issuedNumber = (events: readonly ActEvent[]): string | undefined =>
  events.flatMap(({ type, payload }) => (type === 'resultNumbered' ? [payload.number] : []))[0];

const afterOf = (
  state: DossierState,
  events: readonly ActEvent[],
  { context, series }: JudgedBy,
): ActAfter => {
  const after = events.reduce(
    (current, event, place) =>
      evolve(current, { id: `judged-${place}`, subject: current.id, at: context.at, witness: '', event }),
    state,
  );
  return {
    business: businessOf(after),
    dueAt: after.clock?.deadline.dueAt ?? null,
    pausedAt: after.clock?.pausedAt ?? null,
    onTime: onTime(after, context.at),
    money: moneyStanding(after.money),
    formNumber: issuedNumber(events) ?? (series ? formNumber(series, numberOf(context)) : ''),
  };
};

/** What would come of an act, for the form being filled: nothing is recorded and no number is taken. */
export const judgeAct = (desk: Desk, { dossier, act }: InputOf<'act.judge'>): Result<ActJudgement> => {
  const cabinet = getCabinet(desk);
  const state = findDossierState(cabinet.db, dossier);
  if (!state) return fail('unknownDossier');
  const by = actContext(desk, cabinet, state, act);
  const decided = decideAct(state, act, by.context);
  const fault = decided.ok ? (findDayFault(by.day) ?? findHindrance(desk, cabinet, act)) : decided.fault;
  const written = decided.ok ? decided : decideAct(state, asIfWritten(act), by.context);
  return succeed({
    fault: fault ?? null,
    warnings: warningsOf(state, act.kind, by.context.at),
    after: written.ok ? afterOf(state, written.value, by) : null,
  });
};
