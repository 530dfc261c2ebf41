import { Button } from '@mantine/core';
import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import classes from './today.module.css';

/** The window closed before the recovery code was typed back: offered to administrators until somebody holds one. */
export const UnkeptCode = () => {
  const say = useWords().today.unkeptCode;
  const asked = useDesk(
    ({ session }) => session !== null && !session.recoveryKept && session.clerk.roles.includes('admin'),
  );
  if (!asked) return null;
  return (
    <div className={classes['unsure']} role="status">
      <span aria-hidden="true" className={classes['unsureShape']} />
      <span>{say.text}</span>
      <Button size="sm" variant="default" onClick={() => go('settings', { section: 'security' })}>
        {say.act}
      </Button>
    </div>
  );
};
