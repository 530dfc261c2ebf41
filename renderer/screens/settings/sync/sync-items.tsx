import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { SyncStanding, WaitingItem } from '../../../../shared/contract.ts';
import { ask } from '../../../bridge.ts';
import { go, useDesk } from '../../../desk-store.ts';
import { ageText, countText } from '../../../frame/age.ts';
import { useAnswer } from '../../../use-answer.ts';
import { useWords } from '../../../words.ts';
import { useNow } from '../../dossiers/use-now.ts';
import { walkRows } from '../../today/walk-list.tsx';
import classes from '../settings.module.css';
import { ForeignFiles } from './foreign-files.tsx';

const asking = () => ask('sync.items', {});

/** What is the matter with it, and what she does about it. */
const useReason = (standing: SyncStanding): ((item: WaitingItem) => { why: string; next: string }) => {
  const say = useWords().sync.items;
  const reasons: Record<string, { why: string; next: string }> = say.reasons;
  return ({ kind, count, reason }) => {
    switch (kind) {
      case 'waiting':
        return { why: say.waiting({ count }), next: say.until[standing.phase] };
      case 'held':
        return { why: say.held({ count }), next: standing.joined?.confirmed ? say.turn : say.confirming };
      case 'unverified':
        return say.unverified;
      case 'aside':
        return reasons[reason] ?? say.aside;
    }
  };
};

const Item = ({
  item,
  standing,
  again,
}: {
  item: WaitingItem;
  standing: SyncStanding;
  again: () => void;
}) => {
  const words = useWords();
  const say = words.sync.items;
  const now = useNow();
  const { why, next } = useReason(standing)(item);
  const needs = item.id !== '';
  const settle = async () => {
    await ask('sync.settle', { id: item.id });
    again();
  };
  const name = item.dossier === '' ? say.office : `${item.code} · ${item.ownerName}`;
  return (
    <li className={classes['waitingItem']} data-needs={needs || undefined}>
      <div>
        {needs && item.dossier !== '' ? (
          <button
            type="button"
            className="button plain"
            onKeyDown={walkRows}
            onClick={() => go('dossier', { id: item.dossier })}
          >
            {name}
          </button>
        ) : (
          <strong>{name}</strong>
        )}
        <span className={classes['waitingAge']}>{say.since({ age: ageText(now - item.since, words) })}</span>
        <p>{why}</p>
        <p className="hint">{next}</p>
      </div>
      {needs ? (
        <Button
          size="compact-sm"
          onKeyDown={walkRows}
          variant="default"
          aria-label={`${say.settle}: ${name}`}
          onClick={() => void settle()}
        >
          {say.settle}
        </Button>
      ) : (
        item.dossier !== '' && (
          <Button
            size="compact-sm"
            onKeyDown={walkRows}
            variant="default"
            aria-label={`${say.open}: ${name}`}
            onClick={() => go('dossier', { id: item.dossier })}
          >
            {say.open}
          </Button>
        )
      )}
    </li>
  );
};

/** Everything that waits or needs a look, with its reason and age, and one thing to do; `standing` has moved: it is read again. */
export const SyncItems = ({ standing }: { standing: SyncStanding }) => {
  const say = useWords().sync.items;
  const language = useDesk((desk) => desk.language);
  const { value, again } = useAnswer(asking);
  useEffect(again, [again, standing]);
  if (value === null) return null;
  const { items, more, foreign } = value;
  const [needing, waiting] = [items.filter(({ id }) => id !== ''), items.filter(({ id }) => id === '')];
  const list = (title: string, rows: readonly WaitingItem[]) =>
    rows.length > 0 && (
      <section aria-label={title}>
        <h3>{title}</h3>
        <ul className={classes['rows']}>
          {rows.map((item) => (
            <Item
              key={`${item.kind} ${item.id} ${item.dossier}`}
              item={item}
              standing={standing}
              again={again}
            />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {list(say.needTitle, needing)}
      {list(say.waitTitle, waiting)}
      {items.length === 0 && <p className="hint">{say.none}</p>}
      {more > 0 && <p className="hint">{say.more({ count: countText(more, language) })}</p>}
      <ForeignFiles foreign={foreign} again={again} />
    </>
  );
};
