import { Button, Group } from '@mantine/core';
import type { BookState } from '../../shared/contract.ts';
import type { OfficialReceipt } from '../../shared/dossier/acts/money-events.ts';
import { receiptDigits } from '../../shared/fees/receipt-books.ts';
import { useWords } from '../words.ts';
import { useTill } from './use-till.ts';

interface Props {
  onUse: (receipt: Pick<OfficialReceipt, 'form' | 'series' | 'number' | 'kind'>) => void;
}

const Proposal = ({ book, onUse }: Props & { book: BookState }) => {
  const say = useWords().money.receipt;
  const { form, series, kind, next, left } = book;
  if (next === null) return <span className="hint">{say.finished({ series })}</span>;
  const number = receiptDigits(next);
  return (
    <Button size="compact-sm" variant="default" onClick={() => onUse({ form, series, number, kind })}>
      {say.proposed({ series, number, left })}
    </Button>
  );
};

/** The next number of each book that is still being written; a finished one is named only while no other is left. */
export const ProposedNumbers = ({ onUse }: Props) => {
  const books = useTill().till?.books ?? [];
  const current = books.filter(({ next }) => next !== null);
  const shown = current.length > 0 ? current : books.slice(-1);
  if (shown.length === 0) return null;
  return (
    <Group gap={6}>
      {shown.map((book) => (
        <Proposal key={`${book.form} ${book.series} ${book.from}`} book={book} onUse={onUse} />
      ))}
    </Group>
  );
};
