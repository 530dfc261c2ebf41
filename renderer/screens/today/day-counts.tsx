import { useEffect, useState } from 'react';
import type { Morning } from '../../../shared/contract.ts';
import type { ListKind } from '../../../shared/dossier/lists.ts';
import { cellText } from '../../../shared/books/table.ts';
import type { Language } from '../../../shared/messages/index.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { countText } from '../../frame/age.ts';
import classes from './today.module.css';

type Tone = 'plain' | 'due' | 'late';

interface FigureProps {
  figure: string;
  name: string;
  tone: Tone;
  hint: string;
  onOpen: () => void;
}

const Figure = ({ figure, name, tone, hint, onOpen }: FigureProps) => (
  <button type="button" className={classes['count']} data-tone={tone} title={hint} onClick={onOpen}>
    <span className={classes['figure']}>{figure}</span>
    <span>{name}</span>
  </button>
);

interface CountProps {
  name: string;
  count: number;
  tone: Tone;
  /** What opens; the dossiers of that name where it is left out. */
  hint?: string;
  onOpen: () => void;
}

const Count = ({ name, count, tone, hint, onOpen }: CountProps) => {
  const say = useWords().today.counts;
  const language = useDesk((desk) => desk.language);
  return (
    <Figure
      figure={countText(count, language)}
      name={name}
      tone={count > 0 ? tone : 'plain'}
      hint={hint ?? say.open({ name, count })}
      onOpen={onOpen}
    />
  );
};

/** The first seconds of a session belong to the lists: reading a month may wait. */
const readAfterMs = 1500;

/** As the books write it, or as an English reader expects it: 98,5 % and 98.5 %. */
const shareIn = (share: number, language: Language): string => {
  const written = cellText(share, 'share');
  return language === 'vi' ? written : written.replace(',', '.');
};

/** How much of this month's work was done in time (QĐ 766); opens the book that says it by procedure. */
const OnTime = () => {
  const say = useWords().today.counts;
  const language = useDesk((desk) => desk.language);
  const visit = useDesk((desk) => desk.visits.today);
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    let wanted = true;
    const timer = window.setTimeout(() => {
      void ask('books.onTimeShare', {}).then((answer) => {
        if (wanted && answer.ok) setShare(answer.value.share);
      });
    }, readAfterMs);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [visit]);
  return (
    <Figure
      figure={share === null ? '–' : shareIn(share, language)}
      name={say.onTime}
      tone="plain"
      hint={say.openOnTime}
      onOpen={() => go('books', { book: 'onTime' })}
    />
  );
};

/** The figures of the day; each opens its list. */
export const DayCounts = ({ morning: { received, counts, toSign } }: { morning: Morning }) => {
  const say = useWords().today.counts;
  const today = useDesk((desk) => desk.session?.day.day ?? '');
  const open = (status: ListKind) => () => go('dossiers', { status });
  return (
    <div className={classes['counts']} role="group" aria-label={say.legend}>
      <Count
        name={say.received}
        count={received}
        tone="plain"
        onOpen={() => go('dossiers', { status: 'accepted', received: today })}
      />
      <Count name={say.unprinted} count={counts.unprinted} tone="due" onOpen={open('unprinted')} />
      <Count name={say.dueToday} count={counts.dueToday} tone="due" onOpen={open('dueToday')} />
      <Count name={say.late} count={counts.late} tone="late" onOpen={open('late')} />
      <Count name={say.untold} count={counts.untold} tone="due" onOpen={open('untold')} />
      <Count name={say.papers} count={counts.papers} tone="plain" onOpen={open('papers')} />
      <Count
        name={say.toSign}
        count={toSign}
        tone="due"
        hint={say.openToSign({ count: toSign })}
        onOpen={() => go('signing', {})}
      />
      <Count name={say.claimed} count={counts.claimed} tone="due" onOpen={() => go('transfers', {})} />
      <Count name={say.conflict} count={counts.conflict} tone="late" onOpen={open('conflict')} />
      <OnTime />
    </div>
  );
};
