import { Activity, Suspense, lazy, useState } from 'react';
import { useDesk } from '../desk-store.ts';
import type { ScreenName } from '../desk-store.ts';
import { useWords } from '../words.ts';
import { RoleGuard } from './role-guard.tsx';
import { ScreenGuard } from './screen-guard.tsx';

const screens: Record<ScreenName, ReturnType<typeof lazy>> = {
  today: lazy(async () => ({ default: (await import('../screens/today/today-screen.tsx')).TodayScreen })),
  intake: lazy(async () => ({ default: (await import('../screens/intake/intake-screen.tsx')).IntakeScreen })),
  certification: lazy(async () => ({
    default: (await import('../screens/certification/certification-screen.tsx')).CertificationScreen,
  })),
  dossiers: lazy(async () => ({
    default: (await import('../screens/dossiers/dossiers-screen.tsx')).DossiersScreen,
  })),
  dossier: lazy(async () => ({
    default: (await import('../screens/dossier/dossier-screen.tsx')).DossierScreen,
  })),
  signing: lazy(async () => ({
    default: (await import('../screens/signing/signing-screen.tsx')).SigningScreen,
  })),
  ready: lazy(async () => ({ default: (await import('../screens/ready/ready-screen.tsx')).ReadyScreen })),
  books: lazy(async () => ({ default: (await import('../screens/books/books-screen.tsx')).BooksScreen })),
  catalogue: lazy(async () => ({
    default: (await import('../screens/catalogue/catalogue-screen.tsx')).CatalogueScreen,
  })),
  transfers: lazy(async () => ({
    default: (await import('../screens/transfers/transfers-screen.tsx')).TransfersScreen,
  })),
  seals: lazy(async () => ({ default: (await import('../screens/seals/seals-screen.tsx')).SealsScreen })),
  settings: lazy(async () => ({
    default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen,
  })),
};

/**
 * The screen in front. Those visited before stay as they were left (text, scroll, filters), hidden and without effects, so that
 * looking something up costs an intake nothing. Each reads its own parameters from the desk store.
 */
export const Screens = () => {
  const words = useWords();
  const screen = useDesk((desk) => desk.screen);
  const [visited, setVisited] = useState<readonly ScreenName[]>([screen]);
  if (!visited.includes(screen)) setVisited([...visited, screen]);
  return visited.map((name) => {
    const Screen = screens[name];
    return (
      <Activity key={name} mode={name === screen ? 'visible' : 'hidden'}>
        <ScreenGuard words={words}>
          <RoleGuard screen={name}>
            <Suspense fallback={null}>
              <Screen />
            </Suspense>
          </RoleGuard>
        </ScreenGuard>
      </Activity>
    );
  });
};
