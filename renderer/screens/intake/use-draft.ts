import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftRow } from '../../../shared/contract.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import { ask, listen } from '../../bridge.ts';
import { makeDraftSaver, type DraftSaver, type SavedMark } from './draft-saver.ts';
import { isUntouched } from './intake-form.ts';
import { useFlushing } from './use-flushing.ts';

const nothingSaved: SavedMark = { savedAt: null, fault: null };

/** Keeps the page in the vault while it is typed: soon after each change, at once when she leaves a field or the window. */
export const useDraft = (
  id: string,
  form: IntakeForm,
  version: number,
): { saver: DraftSaver; mark: SavedMark } => {
  const [mark, setMark] = useState<SavedMark & { id: string }>({ ...nothingSaved, id: '' });
  const [saver] = useState<DraftSaver>(() => {
    let current = '';
    return makeDraftSaver(
      (draft, page) => {
        current = draft;
        return ask('intake.saveDraft', { id: draft, form: page });
      },
      (told) => setMark({ ...told, id: current }),
    );
  });

  const latest = useRef({ id, form });
  useEffect(() => {
    latest.current = { id, form };
    // Version 0 is the page as it was opened: there is nothing new in it.
    if (version === 0) return;
    if (!isUntouched(form)) {
      saver.note(id, form);
      return;
    }
    // Emptied again, as a field is that a scan began to be typed into: what was kept of it is nobody's draft.
    void saver.forget(id).then((wasSaved) => {
      const now = latest.current;
      if (!wasSaved || (now.id === id && !isUntouched(now.form))) return;
      void ask('intake.dropDraft', { id });
      setMark({ ...nothingSaved, id: '' });
    });
  }, [saver, id, form, version]);

  useFlushing(saver);

  return { saver, mark: mark.id === id ? mark : nothingSaved };
};

/** Drafts of the office that wait for somebody, newest first, without the one on the page; kept in step by main. */
export const useOpenDrafts = (current: string): { drafts: DraftRow[]; reload: () => void } => {
  const [drafts, setDrafts] = useState<DraftRow[]>([]);
  const reload = useCallback(() => {
    void ask('intake.drafts', {}).then((answer) => {
      if (answer.ok) setDrafts(answer.value);
    });
  }, []);
  // Another page in front: the one before may be among them now, with what was last typed into it.
  useEffect(reload, [reload, current]);
  useEffect(() => {
    return listen((telling) => {
      if (telling.kind === 'drafts') reload();
    });
  }, [reload]);
  return { drafts: drafts.filter((draft) => draft.id !== current), reload };
};
