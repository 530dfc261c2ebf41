import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { DayNotice } from './day-notice.tsx';

/** A check found damage in an idle moment: said here until a later one finds none. */
export const UnsoundVault = () => {
  const say = useWords().today.unsound;
  const isUnsound = useDesk(({ strip }) => strip?.unsound ?? false);
  if (!isUnsound) return null;
  return (
    <DayNotice
      role="alert"
      text={say.text}
      act={say.act}
      onAct={() => go('settings', { section: 'journal' })}
    />
  );
};
