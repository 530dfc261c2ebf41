import { useEffect } from 'react';

/** Loads the other screens once the first one stands, so that the first press of a key waits for no file. */
export const usePrefetch = (): void => {
  useEffect(() => {
    const load = async () => {
      await import('../screens/intake/intake-screen.tsx');
      await import('../screens/dossiers/dossiers-screen.tsx');
      await import('../screens/dossier/dossier-screen.tsx');
    };
    const handle = window.requestIdleCallback(() => void load(), { timeout: 5000 });
    return () => window.cancelIdleCallback(handle);
  }, []);
};
