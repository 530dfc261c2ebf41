import { useEffect } from 'react';
import type { DraftSaver } from './draft-saver.ts';

/** Saves what waits at once when she turns to another window, closes this one or leaves the page. */
export const useFlushing = (saver: Pick<DraftSaver, 'flush'>): void => {
  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('beforeunload', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('beforeunload', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [saver]);
};
