import { useEffect, useRef } from 'react';
import { noteParams, useDesk } from '../../desk-store.ts';
import { isUntouched } from './intake-form.ts';
import type { Page } from './use-page.ts';

interface Arrival {
  page: Page;
  /** A card another screen read. */
  readCard: (text: string) => void;
  /** The cursor goes where she is needed. */
  begin: () => void;
}

/** What the desk was asked to open here: an empty page, a kept draft, a chosen procedure, a card; each visit once. */
export const useArrival = (arrival: Arrival): void => {
  const visit = useDesk((desk) => desk.visits.intake);
  const latest = useRef(arrival);
  useEffect(() => {
    latest.current = arrival;
  });
  const seen = useRef(-1);

  useEffect(() => {
    const { page, readCard, begin } = latest.current;
    if (seen.current === visit) {
      begin();
      return;
    }
    seen.current = visit;
    const { draft, procedure, card } = useDesk.getState().params.intake;
    const isBlank = isUntouched(page.state.form);
    // Asked for once: coming back after a lock must not begin it again.
    if (procedure !== undefined || card !== undefined)
      noteParams('intake', isBlank ? {} : { draft: page.state.id });
    const arrive = async () => {
      if (draft !== undefined && draft !== page.state.id) await page.openDraft(draft);
      if (procedure !== undefined) {
        // A procedure asked for elsewhere is a new dossier: what lies here is kept.
        if (!isBlank) {
          await page.saver.flush();
          page.startNew();
        }
        await page.choose(procedure);
      }
      if (card !== undefined) readCard(card);
      else latest.current.begin();
    };
    void arrive();
  }, [visit]);
};
