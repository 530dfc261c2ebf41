import { useEffect, useRef, useState } from 'react';
import type { IntakePreview } from '../../../shared/contract.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import type { Fault } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';

export interface PreviewMark {
  /** The latest answer for this page, possibly one change behind; null before the first. */
  answer: IntakePreview | null;
  /** The answer is to the page as it now stands. */
  isFresh: boolean;
  /** Why the last question had no answer; the panel then says that it is behind. */
  fault: Fault | null;
}

interface Asked {
  id: string;
  form: IntakeForm;
}

interface Told {
  id: string;
  form: IntakeForm | null;
  answer: IntakePreview | null;
  fault: Fault | null;
}

const nothing: Told = { id: '', form: null, answer: null, fault: null };

/** The promised day passes a cut-off while the page lies open. */
const REFRESH_MS = 60_000;

/** What would be written now. Asked on every change, one question at a time: while one is out, only the newest page waits. */
export const usePreview = (id: string, form: IntakeForm): PreviewMark => {
  const [told, setTold] = useState(nothing);
  const wanted = useRef<Asked | null>(null);
  const isAsking = useRef(false);

  const [askAgain] = useState(() => async (page: Asked) => {
    wanted.current = page;
    if (isAsking.current) return;
    isAsking.current = true;
    // Another page may have come while the last answer was under way.
    for (let next: Asked | null = page; next; next = wanted.current === next ? null : wanted.current) {
      const answer = await ask('intake.preview', next);
      const { id: of, form: about } = next;
      setTold((before) =>
        answer.ok
          ? { id: of, form: about, answer: answer.value, fault: null }
          : { id: of, form: null, answer: before.id === of ? before.answer : null, fault: answer.fault },
      );
    }
    isAsking.current = false;
  });

  useEffect(() => {
    const page = { id, form };
    void askAgain(page);
    const timer = window.setInterval(() => void askAgain({ ...page }), REFRESH_MS);
    const stop = listen((telling) => {
      if (telling.kind === 'delta' || telling.kind === 'office') void askAgain({ ...page });
    });
    return () => {
      window.clearInterval(timer);
      stop();
    };
  }, [askAgain, id, form]);

  const { answer, fault } = told.id === id ? told : nothing;
  return { answer, fault, isFresh: told.form === form };
};
