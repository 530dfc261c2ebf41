import type { Morning } from '../../../shared/contract.ts';
import type { ListKind } from '../../../shared/dossier/lists.ts';
import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
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

/** The figures of the day; each opens its list. */
export const DayCounts = ({ morning: { received, counts } }: { morning: Morning }) => {
  const say = useWords().today.counts;
  const open = (status: ListKind) => () => go('dossiers', { status });
  return (
    <div className={classes['counts']} role="group" aria-label={say.legend}>
      <Count name={say.received} count={received} tone="plain" onOpen={open('accepted')} />
      <Count name={say.unprinted} count={counts.unprinted} tone="due" onOpen={open('unprinted')} />
      <Count name={say.dueToday} count={counts.dueToday} tone="due" onOpen={open('dueToday')} />
      <Count name={say.late} count={counts.late} tone="late" onOpen={open('late')} />
      <Count name={say.untold} count={counts.untold} tone="due" onOpen={open('untold')} />
      <Count name={say.papers} count={counts.papers} tone="plain" onOpen={open('papers')} />
      <Count name={say.claimed} count={counts.claimed} tone="due" onOpen={open('claimed')} />
      <Count name={say.conflict} count={counts.conflict} tone="late" onOpen={open('conflict')} />
    </div>
  );
};
