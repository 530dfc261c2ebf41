import { useState } from 'react';
import { SegmentedControl, Text, Title } from '@mantine/core';
import { localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { bookKinds } from '../../../shared/books/kinds.ts';
import type { BookKind } from '../../../shared/books/kinds.ts';
import { periodAround } from '../../../shared/books/period.ts';
import { useDesk } from '../../desk-store.ts';
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

/** The books of the office (F6): choose one and its days, look, print, take along. */
export const BooksScreen = () => {
  const words = useWords();
  const say = words.books;
  const language = useDesk((desk) => desk.language);
  const [book, setBook] = useState<BookKind>('tracking');
  const [chosen, setChosen] = useState<Chosen>(thisMonth);
  const { from, to } = chosen.period;
  return (
    <div className={classes['screen']}>
      <Title order={1}>{say.title}</Title>
      <div className={classes['choices']}>
        <SegmentedControl
          aria-label={say.screen.book}
          size="sm"
          value={book}
          onChange={(value) => {
            if (isBook(value)) setBook(value);
          }}
          data={bookKinds.map((value) => ({ value, label: say.names[value] }))}
          transitionDuration={0}
        />
        <PeriodChoice chosen={chosen} onChange={setChosen} />
      </div>
      <Text size="sm" className={classes['about'] ?? ''}>
        {say.about[book]}
      </Text>
      <ShownBook key={`${book} ${from} ${to} ${language}`} book={book} period={chosen.period} />
    </div>
  );
};
