import type { ActEvent } from '../../shared/dossier/acts/events.ts';
import type { DossierAccepted } from '../../shared/dossier/events.ts';
import { acted, arrived, collected, matched, returned } from '../../shared/forms/testing-acts.ts';
import { acceptance, openTestJournal, printed } from '../journal/testing.ts';
import type { TestJournal } from '../journal/testing.ts';

/** A journal of a few dossiers and what was done to them, each row stamped with the time it speaks of. */
export interface Shelf {
  readonly journal: TestJournal;
  accept(id: string, index: number, change?: Partial<DossierAccepted>): DossierAccepted;
  act(id: string, event: ActEvent): void;
}

export const openShelf = (): Shelf => {
  const journal = openTestJournal();
  return {
    journal,
    accept: (id, index, change = {}) => {
      const payload = acceptance(index, change);
      const stamp = { at: payload.receivedAt };
      journal.write(
        [{ subject: id, event: { type: 'dossierAccepted', v: 1, payload } }, printed(id)],
        undefined,
        stamp,
      );
      return payload;
    },
    act: (id, event) => {
      journal.write([{ subject: id, event }], undefined, { at: event.payload.at });
    },
  };
};

/** Three dossiers of November 2026: one done and returned with its fee, one paid by transfer and refunded, one untouched. */
export const fillShelf = (shelf: Shelf): DossierAccepted[] => {
  const taken = ['d1', 'd2', 'd3'].map((id, at) => shelf.accept(id, at + 1));
  shelf.act('d1', { type: 'feeCollected', v: 1, payload: collected });
  shelf.act('d1', { type: 'resultArrived', v: 1, payload: { ...arrived, ...acted('2026-11-25', 600) } });
  shelf.act('d1', { type: 'resultReturned', v: 1, payload: { ...returned, ...acted('2026-11-27', 900) } });
  shelf.act('d2', { type: 'transferMatched', v: 1, payload: matched });
  shelf.act('d2', {
    type: 'feeRefunded',
    v: 1,
    payload: { ...acted('2026-12-02', 600), amount: 16_000, to: 'Nguyễn Văn Mẫu', reason: 'Nộp nhầm' },
  });
  return taken;
};
