import { formNumber } from '../form-number.ts';
import type { ActEvent, Shown } from './events.ts';

export type Detail = Record<string, string | number | boolean>;

const numberText = (shown: Shown): string =>
  shown.by === 'card' || shown.by === 'statement' ? shown.idNumber : shown.by === 'sent' ? shown.waybill : '';

/** What a line of the dossier's history adds to the act's own name. `slip`: number of the form that went with it. */
export const actDetail = (event: ActEvent): Detail => {
  switch (event.type) {
    case 'supplementsRequested': {
      const { round, countsAsLate, respondBy } = event.payload;
      return {
        slip: formNumber('guidance', event.payload),
        round,
        countsAsLate,
        respondBy: respondBy ?? '',
      };
    }
    case 'supplementsReceived':
      return { papers: event.payload.components.length, dueAt: event.payload.deadline.dueAt };
    case 'handedOver': {
      const { to, slip, step } = event.payload;
      return { slip: formNumber('control', slip), step, unit: to.unit, person: to.person };
    }
    case 'takenBack':
      return { unit: event.payload.from.unit, reason: event.payload.reason };
    case 'deadlineExtended': {
      const { deadline, tooLate } = event.payload;
      return { slip: formNumber('extension', event.payload), dueAt: deadline.dueAt, tooLate };
    }
    case 'processingStopped':
      return { slip: formNumber('stop', event.payload) };
    case 'dossierWithdrawn':
      return { to: event.payload.to.name, originals: event.payload.originals.length };
    case 'resultArrived': {
      const { approved, number, date, summary } = event.payload;
      return { approved, result: number, date, summary };
    }
    case 'citizenNotified':
      return { how: event.payload.how, reached: event.payload.reached };
    case 'resultReturned': {
      const { to, way, shown, originals } = event.payload;
      return {
        to: to.name,
        way,
        shown: shown.by,
        shownNumber: numberText(shown),
        originals: originals.length,
      };
    }
    case 'papersHandedBack': {
      const { to, shown, originals } = event.payload;
      return { to: to.name, shown: shown.by, shownNumber: numberText(shown), originals: originals.length };
    }
    case 'paperFileStored':
      return { place: event.payload.place };
    case 'dossierCorrected': {
      const { changes, reason } = event.payload;
      const [first] = changes;
      return {
        fields: changes.map(({ field }) => field).join(', '),
        before: first?.before ?? '',
        after: first?.after ?? '',
        reason,
      };
    }
    case 'conflictClosed':
      return { ruling: event.payload.ruling };
    case 'receiptReportedLost':
      return { by: event.payload.by };
    case 'feeCollected': {
      const { amount, receipt } = event.payload;
      return { amount, slip: formNumber('cash', event.payload), receipt: receipt?.number ?? '' };
    }
    case 'transferClaimed':
    case 'feeRefunded':
      return { amount: event.payload.amount };
    case 'transferMatched':
      return { amount: event.payload.amount, reference: event.payload.reference };
    case 'feeExempted':
      return { label: event.payload.label, ground: event.payload.ground };
    case 'feeAmountSet':
      return { label: event.payload.label, amount: event.payload.total };
    case 'feeReceiptRecorded':
      return { receipt: event.payload.receipt.number };
    case 'resultSubmitted': {
      const { to, round, way, summary } = event.payload;
      return { unit: to.unit, person: to.person, round, signing: way, summary };
    }
    case 'resultSentBack':
      return { reason: event.payload.reason };
    case 'resultNumbered': {
      const { number, date, signer } = event.payload;
      return { result: number, date, signer };
    }
    case 'paperFiled':
      return { file: event.payload.file.name };
    case 'paperSigned': {
      const { file, signer, place } = event.payload;
      return { file: file.name, signer: signer.name, place, software: signer.software };
    }
    case 'signatureStamped':
      return { file: event.payload.file.name, stampedAt: event.payload.stampedAt };
  }
};
