import { useState } from 'react';
import { Button, SegmentedControl, Select, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { bookKinds } from '../../../shared/books/kinds.ts';
import { periodAround } from '../../../shared/books/period.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { useTold } from '../../use-told.ts';
import { useWords } from '../../words.ts';
import { DrawnLists } from './drawn-lists.tsx';
import { PeriodChoice } from './period-choice.tsx';
import type { Chosen } from './period-choice.tsx';
import { ShownBook } from './shown-book.tsx';
import classes from './books.module.css';

/** A book, or the lists that were printed over several dossiers. */
const shown = [...bookKinds, 'lists'] as const;
type Shown = (typeof shown)[number];
const isShown = (text: string): text is Shown => shown.some((kind) => kind === text);

/** The month of the business day the counter stands in. */
const thisMonth = (): Chosen => {
  const today = useDesk.getState().session?.day.day ?? localDateAt(Date.now());
  return { kind: 'month', period: periodAround('month', today) };
};

/** All books side by side while there is room, else in a list. */
const BookChoice = ({ book, onChange }: { book: Shown; onChange: (book: Shown) => void }) => {
  const { books: say, lists } = useWords();
  const narrow = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const data = shown.map((value) => ({ value, label: value === 'lists' ? lists.drawn : say.names[value] }));
  const choose = (value: string | null) => {
    if (value !== null && isShown(value)) onChange(value);
  };
  return narrow ? (
    <Select
      aria-label={say.screen.book}
      size="sm"
      w={240}
      allowDeselect={false}
      value={book}
      onChange={choose}
      data={data}
    />
  ) : (
    <SegmentedControl
      aria-label={say.screen.book}
      size="sm"
      value={book}
      onChange={choose}
      data={data}
      transitionDuration={0}
    />
  );
};

/** The books of the office (F6): choose one and its days, look, print, take along. */
export const BooksScreen = () => {
  const words = useWords();
  const say = words.books;
  const language = useDesk((desk) => desk.language);
  const visit = useDesk((desk) => desk.visits.books);
  const sought = useDesk((desk) => desk.params.books.book);
  const [seen, setSeen] = useState(visit);
  const [book, setBook] = useState<Shown>(sought ?? 'tracking');
  const [chosen, setChosen] = useState<Chosen>(thisMonth);
  const { from, to } = chosen.period;
  const { answer: counts } = useTold(() => ask('dossier.counts', {}), 'delta', true);
  if (visit !== seen) {
    setSeen(visit);
    // Sent here to see one book: of this month.
    if (sought !== undefined) {
      setBook(sought);
      setChosen(thisMonth());
    }
  }
  return (
    <div className={classes['screen']}>
      <div className={classes['top']}>
        <Title order={1}>{say.title}</Title>
        <Button variant="default" size="compact-md" onClick={() => go('transfers', {})}>
          {say.screen.transfers({ count: counts?.ok === true ? counts.value.claimed : 0 })}
        </Button>
      </div>
      <div className={classes['choices']}>
        <BookChoice book={book} onChange={setBook} />
        <PeriodChoice chosen={chosen} onChange={setChosen} />
      </div>
      <Text size="sm" className={classes['about'] ?? ''}>
        {book === 'lists' ? words.lists.about : say.about[book]}
      </Text>
      {book === 'lists' ? (
        <DrawnLists key={`${from} ${to}`} period={chosen.period} />
      ) : (
        <ShownBook key={`${book} ${from} ${to} ${language}`} book={book} period={chosen.period} />
      )}
    </div>
  );
};
