import { useEffect, useState } from 'react';
import { listen } from '../bridge.ts';
import { go, openPanel, useDesk } from '../desk-store.ts';
import { isDialogInFront, isFormInFront } from '../focus.ts';
import { markField } from '../scan/field.ts';
import { startScanner } from '../scan.ts';
import { wordsNow } from '../words.ts';
import { DayBanner } from './banner.tsx';
import { ClosingDialog } from './closing-dialog.tsx';
import { DayDialog } from './day-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useIdleLock } from './idle.ts';
import { findKeyAct } from './keys.ts';
import { lockCounter } from './lock.ts';
import { Palette } from './palette.tsx';
import { usePrefetch } from './prefetch.ts';
import { Rail } from './rail.tsx';
import { reprintLast } from './reprint.ts';
import { Screens } from './screens.tsx';
import { StatusStrip } from './strip.tsx';
import { WhereIsDialog } from '../where-is/where-is-dialog.tsx';
import { closeFault, toast } from './toast.ts';
import { TopBar } from './top-bar.tsx';
import classes from './frame.module.css';

const hearKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  // An Esc no screen and no dialog had a use for.
  if (event.key === 'Escape' && !isDialogInFront() && closeFault()) {
    event.preventDefault();
    return;
  }
  const found = findKeyAct(event);
  if (found === undefined) return;
  event.preventDefault();
  switch (found.act) {
    case 'go':
      go(found.screen, {});
      return;
    case 'online':
      go('today', { focus: 'online' });
      return;
    case 'lock':
      void lockCounter();
      return;
    case 'reprint':
      void reprintLast();
      return;
    case 'palette':
    case 'whereIs':
    case 'keys':
      openPanel(useDesk.getState().panel === found.act ? null : found.act);
  }
};

const useKeys = (): void => {
  useEffect(() => {
    window.addEventListener('keydown', hearKey);
    return () => window.removeEventListener('keydown', hearKey);
  }, []);
};

/** A card starts an intake from any screen, unless a form is open over it; what nobody can use goes into the field, or is explained. */
const useScanner = (): void => {
  useEffect(
    () =>
      startScanner((scan) => {
        if (scan.kind !== 'other' && isFormInFront()) {
          toast('plain', wordsNow().common.frame.scan.busy, 'scan');
          return true;
        }
        if (scan.kind === 'card') {
          go('intake', { card: scan.text });
          return true;
        }
        if (markField() === null) toast('plain', wordsNow().common.frame.scan.unknown, 'scan');
        return false;
      }),
    [],
  );
};

/** Counts main's word that the office or this machine's settings have changed. */
const useOfficeTold = (): number => {
  const [told, setTold] = useState(0);
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind === 'office' || telling.kind === 'status') setTold((count) => count + 1);
      }),
    [],
  );
  return told;
};

/** What stands around every screen: rail, top bar, strip, palette, dialogs and the keys that work anywhere. */
export const Frame = () => {
  const session = useDesk((desk) => desk.session);
  const panel = useDesk((desk) => desk.panel);
  useKeys();
  useScanner();
  usePrefetch();
  useIdleLock(useOfficeTold());
  const doubt = session?.day.state ?? 'ok';
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind === 'closing') openPanel('closing');
      }),
    [],
  );
  useEffect(() => {
    if (doubt !== 'ok') openPanel(doubt === 'restored' ? 'restore' : 'day');
  }, [doubt]);
  if (session === null) return null;
  const { day, clerk } = session;
  return (
    <div className={classes['frame']}>
      <TopBar />
      <Rail />
      <main className={classes['main']}>
        <DayBanner day={day} />
        <div className={classes['screens']}>
          <Screens />
        </div>
      </main>
      <StatusStrip day={day} />
      <Palette />
      <WhereIsDialog />
      <KeysDialog opened={panel === 'keys'} />
      <PasswordDialog session={session} opened={panel === 'password'} />
      <DayDialog day={day} roles={clerk.roles} opened={panel === 'day' && day.state !== 'ok'} />
      <ClosingDialog opened={panel === 'closing'} />
      <RestoreDialog day={day} roles={clerk.roles} opened={panel === 'restore' && day.state === 'restored'} />
    </div>
  );
};
