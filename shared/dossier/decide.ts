import type { FoundProcedure } from '../catalogue/find.ts';
import type { Problem } from '../text/problem.ts';
import type { OfficeProfile, SetAmount } from '../office/profile.ts';
import { fail, succeed } from '../faults.ts';
import type { Fault, Result } from '../faults.ts';
import { numberOf } from './acts/acted.ts';
import type { ActCommand } from './acts/commands.ts';
import type { ActContext } from './acts/context.ts';
import { decideAct } from './acts/decide.ts';
import type { DossierAccepted, DossierEvent, IntakeGuided, IntakeRefused, PaperPrinted } from './events.ts';
import type { IntakeForm } from './form.ts';
import type { DossierState } from './state.ts';
import { weighIntake } from './weigh.ts';
import { cleanText } from '../text/hygiene.ts';

/** What a clerk does to a dossier. Verbs; the events are what then has happened. */
export type DossierCommand = IntakeCommand | ActCommand;

export type IntakeCommand =
  | { kind: 'accept'; form: IntakeForm }
  | { kind: 'guide'; form: IntakeForm; missing: IntakeGuided['missing']; reason: string }
  | { kind: 'refuse'; form: IntakeForm; reason: string }
  | { kind: 'recordPaper'; paper: PaperPrinted };

/** Everything the law needs to know that is not in the command: who, where, when, and by which rules. */
export interface DecideContext extends ActContext {
  profile: OfficeProfile;
  procedure: FoundProcedure | Fault;
  amounts: readonly SetAmount[];
  /** Claimed for this acceptance; unused by other commands. */
  code: string;
  key: string;
  possibleDuplicates: readonly string[];
}

const refuseRole = (context: DecideContext): Result<never> | undefined =>
  context.clerk.roles.includes('reception') ? undefined : fail('notAllowed');

const invalid = (problems: Problem[]): Result<never> => fail('invalidInput', undefined, problems);

/** Text the clerk writes on a form of her own: needed, and clean. */
const readReason = (reason: string): Result<string> => {
  const clean = cleanText(reason, { max: 4000, multiline: true });
  if (!clean.ok) return invalid([{ field: 'reason', code: clean.fault.code, params: clean.fault.params }]);
  return clean.text === ''
    ? invalid([{ field: 'reason', code: 'required', params: {} }])
    : succeed(clean.text);
};

const decideAccept = (context: DecideContext, form: IntakeForm): Result<DossierEvent[]> => {
  const weighed = weighIntake(form, context);
  if ('fault' in weighed) return { ok: false, fault: weighed.fault };
  const { problems, frozen, deadline } = weighed;
  if (problems.length > 0 || !deadline) return invalid(problems);
  const payload: DossierAccepted = {
    ...frozen.intake,
    ...frozen.accepted,
    deadline,
    code: context.code,
    key: context.key,
    channel: form.channel ?? 'counter',
    ...(form.filedAt === undefined ? {} : { filedAt: form.filedAt }),
    possibleDuplicates: [...context.possibleDuplicates],
  };
  return succeed([{ type: 'dossierAccepted', v: 1, payload }]);
};

const cleanMissing = (
  missing: IntakeGuided['missing'],
): { list: IntakeGuided['missing']; problems: Problem[] } => {
  const problems: Problem[] = [];
  const clean = (text: string, field: string): string => {
    const result = cleanText(text, { max: 500 });
    if (result.ok) return result.text;
    problems.push({ field, code: result.fault.code, params: result.fault.params });
    return '';
  };
  const list = missing.map((item, index) => ({
    name: clean(item.name, `missing.${index}.name`),
    count: item.count,
    what: clean(item.what, `missing.${index}.what`),
  }));
  list.forEach((item, index) => {
    if (item.name === '' && problems.length === 0)
      problems.push({ field: `missing.${index}.name`, code: 'required', params: {} });
  });
  return { list, problems };
};

/** Form 02: one full list of what to bring; the dossier is not taken in, so only who and what must be right. */
const decideGuide = (
  context: DecideContext,
  command: Extract<DossierCommand, { kind: 'guide' }>,
): Result<DossierEvent[]> => {
  const weighed = weighIntake(command.form, context);
  if ('fault' in weighed) return { ok: false, fault: weighed.fault };
  const { list, problems } = cleanMissing(command.missing);
  const reason = cleanText(command.reason, { max: 4000, multiline: true });
  if (!reason.ok) problems.push({ field: 'reason', code: reason.fault.code, params: reason.fault.params });
  if (list.length === 0 && reason.ok && reason.text === '')
    problems.push({ field: 'missing', code: 'required', params: {} });
  const all = [...weighed.identity, ...problems];
  if (all.length > 0 || !reason.ok) return invalid(all);
  const payload: IntakeGuided = {
    ...weighed.frozen.intake,
    ...numberOf(context),
    missing: list,
    reason: reason.text,
  };
  return succeed([{ type: 'intakeGuided', v: 1, payload }]);
};

/** Form 03: refused, and why. */
const decideRefuse = (context: DecideContext, form: IntakeForm, reason: string): Result<DossierEvent[]> => {
  const weighed = weighIntake(form, context);
  if ('fault' in weighed) return { ok: false, fault: weighed.fault };
  if (weighed.identity.length > 0) return invalid(weighed.identity);
  const ground = readReason(reason);
  if (!ground.ok) return ground;
  const payload: IntakeRefused = {
    ...weighed.frozen.intake,
    ...numberOf(context),
    reason: ground.value,
  };
  return succeed([{ type: 'intakeRefused', v: 1, payload }]);
};

/**
 * What happens when a command meets a dossier: events, or a refusal that names the fields. Pure: the same state, command and
 * context always give the same answer.
 */
export const decide = (
  state: DossierState | null,
  command: DossierCommand,
  context: DecideContext,
): Result<DossierEvent[]> => {
  if ('command' in command) return decideAct(state, command, context);
  if (state?.parked) return fail('dossierParked');
  if (command.kind === 'recordPaper') {
    if (!state) return fail('unknownDossier');
    return succeed([{ type: 'paperPrinted', v: 2, payload: command.paper }]);
  }
  const refused = refuseRole(context);
  if (refused) return refused;
  if (state) return fail('alreadyDecided');
  switch (command.kind) {
    case 'accept':
      return decideAccept(context, command.form);
    case 'guide':
      return decideGuide(context, command);
    case 'refuse':
      return decideRefuse(context, command.form, command.reason);
  }
};
