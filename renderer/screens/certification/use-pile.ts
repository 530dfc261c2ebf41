import { useCallback, useEffect, useReducer, useState } from 'react';
import { isBlankPile } from '../../../shared/certification/pile.ts';
import type { PileForm } from '../../../shared/certification/pile.ts';
import { ask } from '../../bridge.ts';
import { makeDraftSaver } from '../intake/draft-saver.ts';
import type { SavedMark } from '../intake/draft-saver.ts';
import { openedPile, stepPile } from './pile-form.ts';
import { useFlushing } from '../intake/use-flushing.ts';

const nothingSaved: SavedMark = { savedAt: null, fault: null };

/** The pile being typed, kept in the vault while it is: soon after each change, at once when she leaves a field or the window. */
export const usePile = () => {
  const [state, dispatch] = useReducer(stepPile, null, () => openedPile(crypto.randomUUID()));
  const [mark, setMark] = useState<SavedMark>(nothingSaved);
  const [saver] = useState(() =>
    makeDraftSaver<PileForm>((id, form) => ask('certification.saveDraft', { id, form }), setMark),
  );
  const { id, form, version } = state;

  useEffect(() => {
    if (version === 0) return;
    if (!isBlankPile(form)) {
      saver.note(id, form);
      return;
    }
    // Emptied again: what was kept of it is nobody's draft.
    void saver.forget(id).then((wasSaved) => {
      if (wasSaved) void ask('certification.dropDraft', { id });
      setMark(nothingSaved);
    });
  }, [saver, id, form, version]);

  useFlushing(saver);

  const open = useCallback((next: string, kept?: PileForm) => {
    setMark(nothingSaved);
    dispatch({ type: 'opened', id: next, form: kept ?? openedPile(next).form });
  }, []);
  const startNew = useCallback(() => open(crypto.randomUUID()), [open]);
  const drop = useCallback(async () => {
    await saver.forget(id);
    await ask('certification.dropDraft', { id });
    startNew();
  }, [saver, id, startNew]);

  return { state, dispatch, saver, mark, open, startNew, drop };
};
