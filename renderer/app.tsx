import { Suspense, lazy, useEffect } from 'react';
import { useDesk } from './desk-store.ts';
import { SignIn } from './screens/sign-in/sign-in.tsx';

const Counter = lazy(() => import('./counter.tsx'));
const SetUp = lazy(() => import('./screens/setup/set-up.tsx'));
const Damaged = lazy(() => import('./screens/sign-in/damaged.tsx'));
const Recover = lazy(() => import('./screens/sign-in/recover.tsx'));
const RecoveryCode = lazy(() => import('./screens/sign-in/recovery-code.tsx'));

const Place = () => {
  const phase = useDesk((desk) => desk.status?.phase);
  const clerk = useDesk((desk) => desk.session?.clerk.id);
  const recoveryCode = useDesk((desk) => desk.recoveryCode);
  const awaitingCode = useDesk((desk) => desk.awaitingCode);
  const recovering = useDesk((desk) => desk.recovering);
  if (phase === undefined) return null;
  if (recoveryCode !== null) return <RecoveryCode code={recoveryCode} />;
  if (awaitingCode !== null) return awaitingCode === 'setUp' ? <SetUp /> : <Recover />;
  // Another clerk's counter is another one, also when no window saw the first one leave.
  if (clerk !== undefined) return <Counter key={clerk} />;
  switch (phase) {
    case 'setup':
      return <SetUp />;
    case 'damaged':
      return <Damaged />;
    case 'signIn':
    case 'open':
      return recovering ? <Recover /> : <SignIn />;
  }
};

/** The window: which of its places stands open is main's word (AppStatus) and who has signed in. */
export const App = () => {
  const language = useDesk((desk) => desk.language);
  const highContrast = useDesk((desk) => desk.highContrast);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset['contrast'] = highContrast ? 'more' : 'normal';
  }, [highContrast]);
  return (
    <Suspense fallback={null}>
      <Place />
    </Suspense>
  );
};
