import type { BookState } from '../../../shared/contract.ts';
import { formatDay } from '../../../shared/calendar/vietnam-time.ts';
import { receiptDigits } from '../../../shared/fees/receipt-books.ts';
import { useTill } from '../../money/use-till.ts';
import { useWords } from '../../words.ts';
import { AccountForm } from './account-form.tsx';
import { BookForm, VoidForm } from './book-forms.tsx';
import { SectionSheet } from './section-sheet.tsx';
import classes from './settings.module.css';

const BookTable = ({ books }: { books: readonly BookState[] }) => {
  const words = useWords();
  const say = words.money.settings;
  const { columns } = say;
  return (
    <div className={classes['tableRoom']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {books.map((book) => (
            <tr key={`${book.form} ${book.series} ${book.from}`}>
              <td>{`${book.form} ${book.series}`}</td>
              <td>{`${receiptDigits(book.from)} – ${receiptDigits(book.to)}`}</td>
              <td>{words.acts.receiptKinds[book.kind]}</td>
              <td>{book.next === null ? say.finished : receiptDigits(book.next)}</td>
              <td>{book.used}</td>
              <td>{book.voided}</td>
              <td>{book.left}</td>
              <td>{say.assigned({ day: formatDay(book.assignedOn), who: book.assignedBy })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

interface Props {
  mayChange: boolean;
  mayVoid: boolean;
}

/** Receipt books and the account that takes transfers. */
export const MoneySection = ({ mayChange, mayVoid }: Props) => {
  const words = useWords();
  const say = words.money.settings;
  const { till, again } = useTill();
  if (till === null) return null;
  const written = till.books.filter(({ next }) => next !== null);
  return (
    <SectionSheet title={words.settings.sections.money} text={say.text}>
      <h3>{say.books}</h3>
      {till.books.length === 0 ? <p className="hint">{say.noBooks}</p> : <BookTable books={till.books} />}
      {mayChange && <BookForm onDone={again} />}
      {mayVoid && written.length > 0 && <VoidForm books={written} onDone={again} />}
      <AccountForm
        key={`${till.account?.bin ?? ''} ${till.account?.number ?? ''}`}
        till={till}
        mayChange={mayChange}
        onDone={again}
      />
      {!mayChange && <p className="hint">{words.settings.adminOnly}</p>}
    </SectionSheet>
  );
};
