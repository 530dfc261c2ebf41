import type { DossierEvent, DossierEventType } from '../dossier/events.ts';
import type { OfficeEvent, OfficeEventType } from '../office/events.ts';

/** A row's event before anybody has said what it is. */
export interface StoredEvent {
  type: string;
  v: number;
  payload: unknown;
}

/** Brings a payload of version v to version v + 1. Pure; never edited once released. */
export type Upcaster = (payload: unknown) => unknown;

/** Keyed `type@version`: an event type's old versions climb one step at a time. */
export const upcasters: Readonly<Record<string, Upcaster>> = {
  // The first papers were the intake's alone.
  'paperPrinted@1': (payload) => (typeof payload === 'object' ? { ...payload, about: '' } : payload),
};

const dossierVersions: Readonly<Record<DossierEventType, number>> = {
  dossierAccepted: 1,
  intakeGuided: 1,
  intakeRefused: 1,
  paperPrinted: 2,
  supplementsRequested: 1,
  supplementsReceived: 1,
  handedOver: 1,
  takenBack: 1,
  deadlineExtended: 1,
  processingStopped: 1,
  dossierWithdrawn: 1,
  resultArrived: 1,
  citizenNotified: 1,
  resultReturned: 1,
  papersHandedBack: 1,
  paperFileStored: 1,
  dossierCorrected: 1,
  conflictClosed: 1,
  receiptReportedLost: 1,
  feeCollected: 1,
  transferClaimed: 1,
  transferMatched: 1,
  feeExempted: 1,
  feeRefunded: 1,
  feeReceiptRecorded: 1,
  feeAmountSet: 1,
  resultSubmitted: 1,
  resultSentBack: 1,
  resultNumbered: 1,
  paperFiled: 1,
  paperSigned: 1,
  signatureStamped: 1,
};

const officeVersions: Readonly<Record<OfficeEventType, number>> = {
  epochOpened: 1,
  officeFounded: 1,
  officeChanged: 1,
  hoursSet: 1,
  laneGranted: 1,
  clerkEnrolled: 1,
  clerkChanged: 1,
  clerkRemoved: 1,
  clerkKeyReplaced: 1,
  amountSet: 1,
  accountSet: 1,
  receiptBookAssigned: 1,
  receiptsVoided: 1,
  packInstalled: 1,
  driverChosen: 1,
  anchorTrusted: 1,
  businessDayConfirmed: 1,
  restoreAcknowledged: 1,
};

/**
 * Climbs as far as there are steps. A version nobody knows comes back as it was, and so does a payload that is erased or that
 * a step cannot read: such an event parks its dossier and never stops the rest.
 */
export const upcast = (
  stored: StoredEvent,
  steps: Readonly<Record<string, Upcaster>> = upcasters,
): StoredEvent => {
  let { v, payload } = stored;
  if (payload === null) return stored;
  try {
    for (;;) {
      const step = steps[`${stored.type}@${v}`];
      if (!step) return { type: stored.type, v, payload };
      payload = step(payload);
      v += 1;
    }
  } catch {
    return stored;
  }
};

/** An erased payload is null: what happened is then no longer known, like an event this software does not know. */
const isCurrent = (versions: Readonly<Record<string, number>>, event: StoredEvent): boolean =>
  Object.hasOwn(versions, event.type) &&
  versions[event.type] === event.v &&
  typeof event.payload === 'object' &&
  event.payload !== null &&
  !Array.isArray(event.payload);

/** True when this software knows the event; the payload's shape is vouched for by the chain it was signed into. */
export const isDossierEvent = (event: StoredEvent): event is DossierEvent =>
  isCurrent(dossierVersions, event);
export const isOfficeEvent = (event: StoredEvent): event is OfficeEvent => isCurrent(officeVersions, event);
