import type { DossierFilter } from '../../desk-store.ts';
import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import type { DayView } from './day-view.ts';
import { countText } from '../../frame/age.ts';
import classes from './today.module.css';

interface CountProps {
  name: string;
  count: number;
  tone: 'plain' | 'due' | 'late';
  onOpen: () => void;
}

const Count = ({ name, count, tone, onOpen }: CountProps) => {
  const say = useWords().today.counts;
  const language = useDesk((desk) => desk.language);
  return (
    <button
      type="button"
      className={classes['count']}
      data-tone={count > 0 ? tone : 'plain'}
      title={say.open({ name, count })}
      onClick={onOpen}
    >
      <span className={classes['figure']}>{countText(count, language)}</span>
      <span>{name}</span>
    </button>
  );
};

/** The four figures of the day; each opens its list. */
export const DayCounts = ({ view }: { view: DayView }) => {
  const say = useWords().today.counts;
  const open = (status: DossierFilter) => () => go('dossiers', { status });
  return (
    <div className={classes['counts']} role="group" aria-label={say.legend}>
      <Count name={say.received} count={view.received} tone="plain" onOpen={open('accepted')} />
      <Count name={say.unprinted} count={view.unprinted} tone="due" onOpen={open('unprinted')} />
      <Count name={say.dueToday} count={view.dueToday} tone="due" onOpen={open('dueSoon')} />
      <Count name={say.late} count={view.late} tone="late" onOpen={open('late')} />
    </div>
  );
};
