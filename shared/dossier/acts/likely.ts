import { openSubmission, submissionStep } from '../signing/submission.ts';
import type { DossierState } from '../state.ts';
import { isTaken } from '../state.ts';
import { businessOf, deliveryOf } from './axes.ts';
import type { ActKind } from './commands.ts';
import { urgencyOf } from './clock.ts';
import type { NextAct } from './guards.ts';

const running: readonly ActKind[] = [
  'requestSupplements',
  'recordResult',
  'collectFee',
  'handOver',
  'takeBack',
];

/** What a clerk most often does next to a dossier as it stands, the likeliest first. */
const usualOrder = (state: DossierState, now: number): readonly ActKind[] => {
  const urgent: readonly ActKind[] = urgencyOf(state, now) === 'overdue' ? ['extend'] : [];
  const step = submissionStep(state);
  if (step === 'number') return ['numberResult', 'sendBackResult', 'recordResult'];
  if (step === 'seal') return ['recordResult', 'collectFee'];
  if (step === 'signature') {
    // Nobody here sees a hand's signature: the number is the first that is heard of it.
    const onPaper = openSubmission(state)?.way === 'paper';
    return onPaper
      ? ['numberResult', 'recordResult', 'sendBackResult', ...urgent]
      : ['sendBackResult', 'recordResult', ...urgent];
  }
  switch (businessOf(state)) {
    case 'accepted':
      return ['handOver', 'collectFee', ...urgent, ...running];
    case 'processing':
      return [
        'recordResult',
        'submitResult',
        ...urgent,
        'requestSupplements',
        'takeBack',
        'collectFee',
        'handOver',
      ];
    case 'awaitingSupplements':
      return ['receiveSupplements', 'notifyCitizen', 'withdraw', 'stop'];
    case 'resultReady':
      return deliveryOf(state) === 'told'
        ? ['returnResult', 'collectFee', 'notifyCitizen']
        : ['notifyCitizen', 'returnResult', 'collectFee'];
    default:
      return ['handBackPapers', 'collectFee', 'refundFee', 'recordFeeReceipt'];
  }
};

/** A clash is seen to first, and a transfer somebody waits for is matched before other money. */
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
