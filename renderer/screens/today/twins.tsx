import { Button } from '@mantine/core';
import { formatShortDate, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import { shortProcedureName } from '../../../shared/catalogue/short-name.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { useTold } from '../../use-told.ts';
import { useWords } from '../../words.ts';
import classes from './today.module.css';

/** One request two desks took in while they could not see each other, until one of the two is stopped; nothing while there is none. */
export const Twins = () => {
  const words = useWords();
  const say = words.day.twins;
  const { answer } = useTold(() => ask('day.twins', {}), 'delta', true);
  const groups = answer?.ok === true ? answer.value : [];
  if (groups.length === 0) return null;
  const title = say.title({ count: groups.length });
  return (
    <section className={classes['promises']} aria-label={title}>
      <h2 className={classes['heading']}>{title}</h2>
      <p className={classes['quiet']}>{say.hint}</p>
      <ul className={classes['promiseRows']}>
        {groups.map((group) => (
          <li key={group[0]?.id} className={classes['promise']}>
            <span className={classes['promiseWho']}>
              <strong>{group[0]?.ownerName}</strong> · {shortProcedureName(group[0]?.procedureName ?? '')}
            </span>
            <span className={classes['promiseActs']}>
              {group.map(({ id, code, receivedAt }) => (
                <Button
                  key={id}
                  size="compact-sm"
                  variant="default"
                  title={say.received({
                    when: `${formatTime(receivedAt)} ${formatShortDate(receivedAt, words.calendar)}`,
                  })}
                  onClick={() => go('dossier', { id })}
                >
                  {say.open({ code })}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
