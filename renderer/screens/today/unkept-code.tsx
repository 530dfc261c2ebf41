import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { DayNotice } from './day-notice.tsx';

/** The window closed before the recovery code was typed back: offered to administrators until somebody holds one. */
export const UnkeptCode = () => {
  const say = useWords().today.unkeptCode;
  const asked = useDesk(
    ({ session }) => session !== null && !session.recoveryKept && session.clerk.roles.includes('admin'),
  );
  if (!asked) return null;
  return (
    <DayNotice
      role="status"
      text={say.text}
      act={say.act}
      onAct={() => go('settings', { section: 'security' })}
    />
  );
};
