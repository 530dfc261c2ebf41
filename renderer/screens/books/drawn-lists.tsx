import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import type { ListRow } from '../../../shared/contract.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import type { Period } from '../../../shared/books/period.ts';
import { ask } from '../../bridge.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import type { PaperSource } from '../../paper/paper-source.ts';
import { faultText, useWords } from '../../words.ts';
import { useTold } from '../../use-told.ts';
import classes from './books.module.css';

const sourceOf = ({ id, form }: ListRow): PaperSource => ({ kind: 'list', list: id, form, dossiers: [] });

/** The papers over several dossiers that were drawn in a period: each can be looked at and printed again as it was. */
export const DrawnLists = ({ period }: { period: Period }) => {
  const words = useWords();
  const say = words.lists;
  const { from, to } = period;
  const { answer } = useTold(() => ask('lists.of', { from, to }), 'lists', true);
  const [paper, setPaper] = useState<PaperSource | null>(null);
  if (answer === null) return null;
  if (!answer.ok) return <p className="fault">{`${say.failed}. ${faultText(words, answer.fault)}`}</p>;
  if (answer.value.length === 0) return <Text>{say.none}</Text>;
  return (
    <>
      <div className={classes['scroller']}>
        <table className={classes['table']}>
          <thead>
            <tr style={{ height: 36 }}>
              <th scope="col">{say.number}</th>
              <th scope="col">{say.list}</th>
              <th scope="col">{say.at}</th>
              <th scope="col" className={classes['figure']}>
                {say.dossiers}
              </th>
              <th scope="col">{say.clerk}</th>
              <th scope="col">{say.outcome}</th>
              <th scope="col" aria-label={say.open} />
            </tr>
          </thead>
          <tbody>
            {answer.value.map((row) => (
              <tr key={row.id} style={{ height: 36 }}>
                <td>{row.number}</td>
                <td>{say.names[row.form]}</td>
                <td>{formatDateTime(row.at, words.calendar)}</td>
                <td className={classes['figure']}>{row.count}</td>
                <td>{row.clerkName}</td>
                <td>{row.outcome === null ? say.neverPrinted : words.dossiers.page.outcomes[row.outcome]}</td>
                <td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${say.open}: ${row.number}`}
                    onClick={() => setPaper(sourceOf(row))}
                  >
                    {say.open}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PaperPreview source={paper} onClose={() => setPaper(null)} />
    </>
  );
};
