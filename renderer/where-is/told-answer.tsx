import { Alert, Button } from '@mantine/core';
import { sayStanding } from '../../shared/dossier/acts/say-standing.ts';
import { sayToCitizen, sentencesOf } from '../../shared/dossier/acts/say-to-citizen.ts';
import { go } from '../desk-store.ts';
import { useDossier } from '../screens/dossier/use-dossier.ts';
import { faultText, useWords } from '../words.ts';
import classes from './where-is.module.css';

/** The answer for one dossier: what to say aloud, large enough to read while facing somebody, and its one line for the clerk. */
export const ToldAnswer = ({ id, now }: { id: string; now: number }) => {
  const words = useWords();
  const say = words.day.whereIs;
  const { opened } = useDossier(id);
  if (opened === null) return null;
  if (!opened.ok)
    return (
      <Alert color="red" title={say.failed}>
        {faultText(words, opened.fault)}
      </Alert>
    );
  const { state, row, sync } = opened.value;
  return (
    <section className={classes['answer']} aria-label={say.say} aria-live="polite">
      <h3 className={classes['heading']}>
        {say.say} · <span className={classes['whose']}>{row.ownerName}</span>{' '}
        <span className={classes['code']}>{row.code}</span>
      </h3>
      {row.receiptLost && <Alert color="red">{say.lost}</Alert>}
      <div className={classes['sentences']}>
        {sentencesOf(sayToCitizen(state, now, sync, words)).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <p className={classes['standing']}>
        <span className={classes['quiet']}>{say.standing}: </span>
        {sayStanding(state, now, sync, words)}
      </p>
      <div className={classes['foot']}>
        <Button onClick={() => go('dossier', { id })}>{say.open}</Button>
        <span className={classes['quiet']}>{say.another}</span>
      </div>
    </section>
  );
};
