import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Findings } from '../../shared/contract.ts';
import type { Result } from '../../shared/faults.ts';
import { ask } from '../bridge.ts';

/** main takes no longer question; a scanned receipt is far shorter. */
const LONGEST_QUESTION = 500;

export interface Found {
  /** Counts the questions asked: tells an answer from the next one with the same rows. */
  turn: number;
  text: string;
  result: Result<Findings>;
}

/**
 * Marks read by the bench: asked at the keystroke, answered when main's rows are here, drawn once the frame with them is
 * painted. `detail.turn` ties the three together; `detail.waited` is how long the rows stood ready before their frame began,
 * milliseconds. No text: marks are not the place for a citizen's name.
 */
const mark = (
  name: 'quay-search-asked' | 'quay-search-answered' | 'quay-search-drawn',
  detail: { turn: number; waited?: number },
) => {
  performance.clearMarks(name);
  performance.mark(name, { detail });
};

/** A frame's callback runs before its paint; a message posted there is taken up after it. `then` is told when the frame began (performance.now). */
export const afterPaint = (then: (began: number) => void) => {
  requestAnimationFrame(() => {
    const began = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(began);
    port2.postMessage(null);
  });
};

/**
 * Asks main at every keystroke; only the answer to the latest question is kept. `find` resolves with that answer, or with
 * null when a later question overtook it.
 */
export const useFind = () => {
  const latest = useRef(0);
  const [found, setFound] = useState<Found | null>(null);
  /** Turn of the latest answer: behind `latest` while one is on the way. */
  const answered = useRef(0);

  const clear = () => {
    latest.current += 1;
    answered.current = latest.current;
    setFound(null);
  };

  const find = async (text: string): Promise<Found | null> => {
    latest.current += 1;
    const turn = latest.current;
    if (text.trim() === '') {
      clear();
      return null;
    }
    mark('quay-search-asked', { turn });
    const result = await ask('dossier.find', { text: text.slice(0, LONGEST_QUESTION) });
    if (latest.current !== turn) return null;
    mark('quay-search-answered', { turn });
    const answer = { turn, text, result };
    answered.current = turn;
    // The frame is asked for first: its turn comes while the rows are made, and it begins as soon as they stand.
    let ready = 0;
    afterPaint((began) => mark('quay-search-drawn', { turn, waited: began - ready }));
    // At once, not in the scheduler's turn: before the next frame rather than after it.
    flushSync(() => setFound(answer));
    // Asking for a measure lays the rows out now, while the frame is waited for, and not within it.
    document.body.getBoundingClientRect();
    ready = performance.now();
    return answer;
  };

  const isAsking = () => answered.current !== latest.current;

  return { found, isAsking, find, clear };
};
