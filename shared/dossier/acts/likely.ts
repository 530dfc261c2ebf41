import { openSubmission, submissionStep } from '../signing/submission.ts';
import type { DossierState, Taken } from '../state.ts';
import { isTaken } from '../state.ts';
import { businessOf, deliveryOf } from './axes.ts';
import type { ActKind } from './commands.ts';
import { urgencyOf } from './clock.ts';
import type { NextAct } from './guards.ts';

/** Money somebody says is on its way is looked for before any is asked for again. */
const moneyFirst = (state: Taken): ActKind =>
  state.money.claims.some(({ matchedBy }) => matchedBy === null) ? 'matchTransfer' : 'collectFee';

/** What a clerk most often does next to a dossier as it stands, the likeliest first. */
const usualOrder = (state: Taken, now: number): readonly ActKind[] => {
  const urgent: readonly ActKind[] = urgencyOf(state, now) === 'overdue' ? ['extend'] : [];
  const money = moneyFirst(state);
  const step = submissionStep(state);
  if (step === 'number') return ['numberResult', 'sendBackResult', 'recordResult'];
  if (step === 'seal') return ['recordResult', money];
  if (step === 'signature') {
    // Nobody here sees a hand's signature: the number is the first that is heard of it.
    const onPaper = openSubmission(state)?.way === 'paper';
    return onPaper
      ? ['numberResult', 'recordResult', 'sendBackResult', ...urgent]
      : ['sendBackResult', 'recordResult', ...urgent];
  }
  switch (businessOf(state)) {
    case 'accepted':
      return ['handOver', money, ...urgent, 'requestSupplements', 'recordResult', 'takeBack'];
    case 'processing':
      return ['recordResult', 'submitResult', ...urgent, 'requestSupplements', 'takeBack', money, 'handOver'];
    case 'awaitingSupplements':
      return ['receiveSupplements', 'notifyCitizen', 'withdraw', 'stop'];
    case 'resultReady':
      return deliveryOf(state) === 'told'
        ? ['returnResult', money, 'notifyCitizen']
        : ['notifyCitizen', 'returnResult', money];
    case 'returned':
      return ['handBackPapers', 'recordFeeReceipt', 'storePaperFile', money, 'correct'];
    default:
      // Nothing was settled: money taken is looked at before money owed.
      return [
        'handBackPapers',
        'refundFee',
        'recordFeeReceipt',
        'storePaperFile',
        'notifyCitizen',
        'correct',
      ];
  }
};

/** A clash is seen to first. */
const pressing: readonly ActKind[] = ['closeConflict'];

/** What may be done next, the likelier acts first; the others keep the counter's order. */
export const inLikelyOrder = (next: readonly NextAct[], state: DossierState, now: number): NextAct[] => {
  if (!isTaken(state)) return [...next];
  const order = [...pressing, ...usualOrder(state, now)];
  const placeOf = ({ kind }: NextAct): number => {
    const place = order.indexOf(kind);
    return place === -1 ? order.length : place;
  };
  return [...next].sort((one, other) => placeOf(one) - placeOf(other));
};
