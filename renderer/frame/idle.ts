import { useEffect, useState } from 'react';
import { ask } from '../bridge.ts';
import { lockCounter } from './lock.ts';

/** How often main hears that somebody is at the desk, milliseconds. */
const touchEvery = 20_000;
const usualMinutes = 10;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Minutes without a touch after which the counter locks, as this machine is set. */
const useIdleMinutes = (officeTold: number): number => {
  const [minutes, setMinutes] = useState(usualMinutes);
  useEffect(() => {
    let wanted = true;
    void ask('settings.get', {}).then((answer) => {
      if (wanted && answer.ok) setMinutes(answer.value.machine.idleMinutes);
    });
    return () => {
      wanted = false;
    };
  }, [officeTold]);
  return minutes;
};

/** Locks when nobody has touched any window of this counter for a while. `settingsTold` rises when settings may have changed. */
export const useIdleLock = (settingsTold: number): void => {
  const minutes = useIdleMinutes(settingsTold);
  useEffect(() => {
    // Windows of one counter share the session: a hand in one keeps all open.
    const channel = new BroadcastChannel('quay-touch');
    let last = performance.now();
    let told = -Infinity;
    const touch = () => {
      last = performance.now();
      if (last - told < touchEvery) return;
      told = last;
      channel.postMessage('touch');
      void ask('session.touch', {});
    };
    channel.onmessage = () => {
      last = performance.now();
    };
    const timer = window.setInterval(() => {
      if (performance.now() - last >= minutes * 60_000) void lockCounter();
    }, 5000);
    for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      window.clearInterval(timer);
      channel.close();
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
    };
  }, [minutes]);
};
