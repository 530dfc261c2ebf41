import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { DayNotice } from './day-notice.tsx';

/** Acts the province keeps aside, or another desk's that could not be proved: until somebody has settled each. */
export const NotTakenIn = () => {
  const say = useWords().today.notTakenIn;
  const count = useDesk(({ strip }) => strip?.aside ?? 0);
  if (count === 0) return null;
  return (
    <DayNotice
      role="alert"
      text={say.text({ count })}
      act={say.act}
      onAct={() => go('settings', { section: 'sync' })}
    />
  );
};
