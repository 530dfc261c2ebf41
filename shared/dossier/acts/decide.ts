import { fail, succeed } from '../../faults.ts';
import type { Result } from '../../faults.ts';
import { isTaken } from '../state.ts';
import type { DossierState, Taken } from '../state.ts';
import type { ActCommand } from './commands.ts';
import type { ActContext } from './context.ts';
import { decideExtend, decideReceive, decideRequest, decideStop } from './decide-clock.ts';
import {
  decideClose,
  decideCorrect,
  decideHandOver,
  decideResult,
  decideStore,
  decideTakeBack,
} from './decide-course.ts';
import {
  decideClaim,
  decideCollect,
  decideExempt,
  decideFeeReceipt,
  decideMatch,
  decideRefund,
  decideSetAmount,
} from './decide-money.ts';
import {
  decideHandBack,
  decideNotify,
  decideReportLost,
  decideReturn,
  decideWithdraw,
} from './decide-return.ts';
import { decideNumber, decideSendBack, decideSubmit } from './decide-signing.ts';
import type { ActEvent } from './events.ts';
import { findBar } from './guards.ts';

const decideKind = (state: Taken, command: ActCommand, context: ActContext): Result<ActEvent[]> => {
  switch (command.kind) {
    case 'requestSupplements':
      return decideRequest(state, command, context);
    case 'receiveSupplements':
      return decideReceive(state, command, context);
    case 'extend':
      return decideExtend(state, command, context);
    case 'stop':
      return decideStop(command, context);
    case 'handOver':
      return decideHandOver(state, command, context);
    case 'takeBack':
      return decideTakeBack(state, command, context);
    case 'recordResult':
      return decideResult(state, command, context);
    case 'submitResult':
      return decideSubmit(state, command, context);
    case 'sendBackResult':
      return decideSendBack(state, command, context);
    case 'numberResult':
      return decideNumber(state, command, context);
    case 'storePaperFile':
      return decideStore(state, command, context);
    case 'correct':
      return decideCorrect(state, command, context);
    case 'closeConflict':
      return decideClose(state, command, context);
    case 'withdraw':
      return decideWithdraw(state, command, context);
    case 'returnResult':
      return decideReturn(state, command, context);
    case 'handBackPapers':
      return decideHandBack(state, command, context);
    case 'notifyCitizen':
      return decideNotify(command, context);
    case 'reportReceiptLost':
      return decideReportLost(command, context);
    case 'collectFee':
      return decideCollect(state, command, context);
    case 'claimTransfer':
      return decideClaim(command, context);
    case 'matchTransfer':
      return decideMatch(state, command, context);
    case 'exemptFee':
      return decideExempt(state, command, context);
    case 'setFeeAmount':
      return decideSetAmount(state, command, context);
    case 'refundFee':
      return decideRefund(state, command, context);
    case 'recordFeeReceipt':
      return decideFeeReceipt(state, command, context);
  }
};

/** A command's id, as a window makes it. */
const commandId = /^[\w-]{8,64}$/;

/**
 * What happens when an act meets a dossier: events, or a refusal that says what to do. A command already carried out gives no event
 * and no refusal, so that asking twice is harmless. Pure: the same state, command and context always give the same answer.
 */
export const decideAct = (
  state: DossierState | null,
  command: ActCommand,
  context: ActContext,
): Result<ActEvent[]> => {
  if (!state) return fail('unknownDossier');
  if (!commandId.test(command.command)) return fail('malformedCall', { method: command.kind });
  const bar = findBar(state, command.kind, context);
  // The dossier may have gone on since: what this command did stays its answer.
  if (state.commands.includes(command.command) && bar?.code !== 'notAllowed') return succeed([]);
  if (bar) return { ok: false, fault: bar };
  return isTaken(state) ? decideKind(state, command, context) : fail('notAccepted');
};
