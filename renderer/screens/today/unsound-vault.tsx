import { Button } from '@mantine/core';
import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import classes from './today.module.css';

/** A check found damage in an idle moment: said here until a later one finds none. */
export const UnsoundVault = () => {
  const say = useWords().today.unsound;
  const isUnsound = useDesk(({ strip }) => strip?.unsound ?? false);
  if (!isUnsound) return null;
  return (
    <div className={classes['unsure']} role="alert">
      <span aria-hidden="true" className={classes['unsureShape']} />
      <span>{say.text}</span>
      <Button size="sm" variant="default" onClick={() => go('settings', { section: 'journal' })}>
        {say.act}
      </Button>
    </div>
  );
};
