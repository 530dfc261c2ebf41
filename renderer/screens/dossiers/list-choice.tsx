import { Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { isTimed, listKinds, workLists } from '../../../shared/dossier/lists.ts';
import type { ListKind, WorkList } from '../../../shared/dossier/lists.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { countText } from '../../frame/age.ts';
import { useWords } from '../../words.ts';
import { useTold } from '../../use-told.ts';
import { setFilter, useListView } from './list-view.ts';
import classes from './dossiers.module.css';

const isKind = (text: string): text is ListKind => listKinds.some((kind) => kind === text);

const isWork = (kind: ListKind): kind is WorkList => workLists.some((list) => list === kind);

/** What is looked at when it is not empty, however busy she is. */
const toneOf = (kind: ListKind): string | undefined => {
  if (kind === 'late' || kind === 'conflict') return 'late';
  return isWork(kind) && isTimed(kind) ? 'due' : undefined;
};

/** Every list with how many it has: one choice for Tab, walked with the arrows; a list of its own where there is no room. */
export const ListChoice = () => {
  const say = useWords().dossiers.list;
  const language = useDesk((desk) => desk.language);
  const status = useListView((view) => view.filter.status);
  const narrow = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const { answer } = useTold(() => ask('dossier.counts', {}), 'delta', true);
  const counts = answer?.ok === true ? answer.value : null;
  const countOf = (kind: ListKind): number | null => (isWork(kind) ? (counts?.[kind] ?? null) : null);
  if (narrow)
    return (
      <Select
        aria-label={say.filters.status}
        size="sm"
        w={232}
        allowDeselect={false}
        value={status}
        onChange={(chosen) => {
          if (chosen !== null && isKind(chosen)) setFilter({ status: chosen });
        }}
        data={listKinds.map((kind) => {
          const count = countOf(kind);
          return {
            value: kind,
            label:
              count === null ? say.statuses[kind] : `${say.statuses[kind]} · ${countText(count, language)}`,
          };
        })}
      />
    );
  return (
    <div className={classes['lists']} role="radiogroup" aria-label={say.filters.status}>
      {listKinds.map((kind) => {
        const count = countOf(kind);
        return (
          <label
            key={kind}
            className={classes['list']}
            data-chosen={kind === status || undefined}
            data-empty={count === 0 || undefined}
            data-tone={count !== null && count > 0 ? toneOf(kind) : undefined}
          >
            <input
              type="radio"
              name="dossier-list"
              className="unseen"
              checked={kind === status}
              onChange={() => setFilter({ status: kind })}
              aria-label={
                count === null ? say.statuses[kind] : say.counted({ name: say.statuses[kind], count })
              }
            />
            <span>{say.statuses[kind]}</span>
            {count !== null && <span className={classes['count']}>{countText(count, language)}</span>}
          </label>
        );
      })}
    </div>
  );
};
