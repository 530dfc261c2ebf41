import type { OfficeEvent } from './events.ts';
import type { ClerkRecord, OfficeState } from './profile.ts';

const changeClerk = (
  state: OfficeState,
  id: string,
  change: (clerk: ClerkRecord) => ClerkRecord,
): OfficeState => ({
  ...state,
  clerks: state.clerks.map((clerk) => (clerk.id === id ? change(clerk) : clerk)),
});

/** The office after an event; null until it is founded. Total. */
export const evolveOffice = (state: OfficeState | null, event: OfficeEvent): OfficeState | null => {
  if (event.type === 'officeFounded') {
    const { profile, desk, lane, provinceNumbers, hours, trial, founder } = event.payload;
    return (
      state ?? {
        profile,
        desk,
        lanes: [lane],
        provinceNumbers,
        hours,
        trial,
        clerks: [founder],
        amounts: [],
        packs: [],
        confirmedDay: null,
      }
    );
  }
  if (state === null) return null;
  switch (event.type) {
    case 'epochOpened':
      return state;
    case 'officeChanged':
      return { ...state, profile: event.payload.profile, desk: event.payload.desk };
    case 'hoursSet':
      return { ...state, hours: event.payload.hours, passOnAfter: event.payload.passOnAfter };
    case 'laneGranted':
      return { ...state, lanes: [...state.lanes, event.payload.lane] };
    case 'clerkEnrolled':
      return { ...state, clerks: [...state.clerks, event.payload.clerk] };
    case 'clerkChanged': {
      const { clerk: id, name, roles } = event.payload;
      return changeClerk(state, id, (clerk) => ({ ...clerk, name, roles }));
    }
    case 'clerkRemoved':
      return changeClerk(state, event.payload.clerk, (clerk) => ({ ...clerk, removed: true }));
    case 'clerkKeyReplaced': {
      const { clerk: id, publicKey } = event.payload;
      return changeClerk(state, id, (clerk) => ({ ...clerk, publicKey }));
    }
    case 'amountSet': {
      const set = event.payload;
      const others = state.amounts.filter((one) => one.procedure !== set.procedure || one.fee !== set.fee);
      return { ...state, amounts: [...others, set] };
    }
    case 'accountSet':
      return { ...state, account: event.payload.account };
    case 'receiptBookAssigned':
      return { ...state, books: [...(state.books ?? []), event.payload.book] };
    case 'receiptsVoided':
      return { ...state, voided: [...(state.voided ?? []), event.payload] };
    case 'packInstalled': {
      const pack = event.payload;
      return {
        ...state,
        packs: [...state.packs.filter((one) => one.kind !== pack.kind || one.id !== pack.id), pack],
      };
    }
    case 'driverChosen': {
      const { path } = event.payload;
      return { ...state, drivers: [...(state.drivers ?? []).filter((one) => one !== path), path] };
    }
    case 'anchorTrusted': {
      const { certificate } = event.payload;
      const others = (state.anchors ?? []).filter((one) => one !== certificate);
      return { ...state, anchors: [...others, certificate] };
    }
    case 'businessDayConfirmed':
    case 'restoreAcknowledged':
      return { ...state, confirmedDay: event.payload.day };
  }
};
