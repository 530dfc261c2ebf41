import { useState } from 'react';
import { Button, Group, Select, Text } from '@mantine/core';
import type { BookKind } from '../../../shared/books/kinds.ts';
import type { Period } from '../../../shared/books/period.ts';
import { cellText } from '../../../shared/books/table.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import type { PaperSource } from '../../paper/paper-source.ts';
import { ReadingFailed } from '../../reading-failed.tsx';
import { faultText, useWords } from '../../words.ts';
import { BookTable } from './book-table.tsx';
import { useBook } from './use-book.ts';
import classes from './books.module.css';

/** One book of one period: what can be done with it, and its lines. */
export const ShownBook = ({ book, period }: { book: BookKind; period: Period }) => {
  const words = useWords();
  const say = words.books.screen;
  const { opened, fault, stale, rowAt, show, again } = useBook(book, period);
  const [volume, setVolume] = useState(1);
  const [paper, setPaper] = useState<PaperSource | null>(null);
  const [saving, setSaving] = useState(false);

  if (fault !== null) return <ReadingFailed title={say.failed} fault={fault} way={say.again} onWay={again} />;
  if (opened === null) return <Text className="after-a-blink">{say.reading}</Text>;
  const { id, count, volumes, totals } = opened;
  const save = async (as: 'xlsx' | 'csv'): Promise<void> => {
    setSaving(true);
    const answer = await ask('books.save', { id, as, volume: 1 });
    setSaving(false);
    if (answer.ok) toast('good', say.saved({ file: answer.value.detail }), 'book');
    else if (answer.fault.code === 'bookClosed') again();
    else if (answer.fault.code !== 'cancelled') toast('fault', faultText(words, answer.fault), 'book');
  };
  return (
    <>
      <Group gap="sm" className={classes['acts'] ?? ''}>
        <Text role="status" className={classes['count'] ?? ''}>
          {say.count({ count: cellText(count, 'count') })}
        </Text>
        {stale && (
          <>
            <Text size="sm">{say.changed}</Text>
            <Button variant="subtle" size="sm" onClick={again}>
              {say.again}
            </Button>
          </>
        )}
        <span className={classes['space']} />
        {volumes > 1 && (
          <Select
            aria-label={say.volumeLabel}
            size="sm"
            w={130}
            allowDeselect={false}
            value={String(volume)}
            onChange={(value) => setVolume(Number(value ?? 1))}
            data={Array.from({ length: volumes }, (_, at) => ({
              value: String(at + 1),
              label: say.volume({ volume: at + 1, volumes }),
            }))}
          />
        )}
        <Button size="sm" disabled={count === 0} onClick={() => setPaper({ kind: 'book', book, id, volume })}>
          {say.print}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={count === 0 || saving}
          onClick={() => void save('xlsx')}
        >
          {saving ? say.saving : say.xlsx}
        </Button>
        <Button size="sm" variant="default" disabled={count === 0 || saving} onClick={() => void save('csv')}>
          {say.csv}
        </Button>
      </Group>
      {count === 0 ? (
        <Text className={classes['empty'] ?? ''}>{say.empty}</Text>
      ) : (
        <BookTable key={id} book={book} count={count} totals={totals} rowAt={rowAt} onShow={show} />
      )}
      <PaperPreview source={paper} onClose={() => setPaper(null)} />
    </>
  );
};
