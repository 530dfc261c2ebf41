import { useState } from 'react';
import { Button, SegmentedControl, Select, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { bookKinds } from '../../../shared/books/kinds.ts';
import type { BookKind } from '../../../shared/books/kinds.ts';
import { periodAround } from '../../../shared/books/period.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { useTold } from '../../use-told.ts';
import { useWords } from '../../words.ts';
import { PeriodChoice } from './period-choice.tsx';
import type { Chosen } from './period-choice.tsx';
import { ShownBook } from './shown-book.tsx';
import classes from './books.module.css';

const isBook = (text: string): text is BookKind => bookKinds.some((kind) => kind === text);

/** The month of the business day the counter stands in. */
const thisMonth = (): Chosen => {
  const today = useDesk.getState().session?.day.day ?? localDateAt(Date.now());
  return { kind: 'month', period: periodAround('month', today) };
};

/** All books side by side while there is room, else in a list. */
const BookChoice = ({ book, onChange }: { book: BookKind; onChange: (book: BookKind) => void }) => {
  const say = useWords().books;
  const narrow = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const data = bookKinds.map((value) => ({ value, label: say.names[value] }));
  const choose = (value: string | null) => {
    if (value !== null && isBook(value)) onChange(value);
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
  const [book, setBook] = useState<BookKind>(sought ?? 'tracking');
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
        {say.about[book]}
      </Text>
      <ShownBook key={`${book} ${from} ${to} ${language}`} book={book} period={chosen.period} />
    </div>
  );
};
