import { useState } from 'react';
import { Button, Group, NativeSelect, Radio, TextInput } from '@mantine/core';
import type { BookState } from '../../../shared/contract.ts';
import type { ReceiptBook } from '../../../shared/fees/receipt-books.ts';
import { receiptDigits } from '../../../shared/fees/receipt-books.ts';
import { ask } from '../../bridge.ts';
import { focusFirstInvalid } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { problemText, useWords } from '../../words.ts';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : -1);

const blank = { form: '', series: '', from: '', to: '' };
const kinds: readonly ReceiptBook['kind'][] = ['ordered', 'selfPrinted'];

/** Runs one asking, marks what is wrong, and says the rest above the button. */
const useForm = (onDone: () => void) => {
  const words = useWords();
  const { busy, problems, told, run } = useDoing();
  const errorAt = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemText(words, found);
  };
  const send = async (asking: ReturnType<typeof ask<'money.assignBook'>>, done: string): Promise<boolean> => {
    if ((await run(asking)) === undefined) {
      focusFirstInvalid();
      return false;
    }
    toast('good', done, 'settings');
    onDone();
    return true;
  };
  return { busy, told, errorAt, send };
};

export const BookForm = ({ onDone }: { onDone: () => void }) => {
  const words = useWords();
  const say = words.money.settings;
  const [typed, setTyped] = useState(blank);
  const [kind, setKind] = useState<ReceiptBook['kind']>('ordered');
  const { busy, told, errorAt, send } = useForm(onDone);
  const save = async () => {
    const book = { ...typed, from: whole(typed.from), to: whole(typed.to), kind };
    if (await send(ask('money.assignBook', book), say.added)) setTyped(blank);
  };
  const field = (name: keyof typeof blank) => ({
    value: typed[name],
    maxLength: 40,
    autoComplete: 'off',
    error: errorAt(name),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setTyped((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <form
      className={classes['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{say.add}</h3>
      <div className={classes['pair']}>
        <TextInput label={say.form} description={say.formHint} {...field('form')} />
        <TextInput label={say.series} description={say.seriesHint} {...field('series')} />
        <TextInput label={say.from} inputMode="numeric" {...field('from')} />
        <TextInput label={say.to} inputMode="numeric" {...field('to')} />
      </div>
      <Radio.Group
        label={say.kind}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      >
        <Group gap="md" mt={4}>
          {kinds.map((one) => (
            <Radio key={one} value={one} label={words.acts.receiptKinds[one]} />
          ))}
        </Group>
      </Radio.Group>
      {told !== '' && <p className="fault">{told}</p>}
      <Group>
        <Button type="submit" loading={busy}>
          {say.save}
        </Button>
      </Group>
    </form>
  );
};

const nameOf = ({ form, series, from, to }: BookState): string =>
  `${form} ${series} (${receiptDigits(from)} – ${receiptDigits(to)})`;

export const VoidForm = ({ books, onDone }: { books: readonly BookState[]; onDone: () => void }) => {
  const say = useWords().money.settings;
  const [chosen, setChosen] = useState('');
  const book = books.find((one) => nameOf(one) === chosen) ?? books[0];
  const next = book?.next ?? 0;
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const { busy, told, errorAt, send } = useForm(onDone);
  const save = async () => {
    if (!book) return;
    const { form, series } = book;
    const last = to.trim() === '' ? next : whole(to);
    const asking = ask('money.voidReceipts', { form, series, from: next, to: last, reason });
    if (!(await send(asking, say.voidedOk))) return;
    setTo('');
    setReason('');
  };
  return (
    <form
      className={classes['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{say.void}</h3>
      <p className="hint">{say.voidText}</p>
      <NativeSelect
        label={say.book}
        data={books.map(nameOf)}
        value={book ? nameOf(book) : ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div className={classes['pair']}>
        <TextInput label={say.voidFrom} value={receiptDigits(next)} readOnly error={errorAt('from')} />
        <TextInput
          label={say.voidTo}
          inputMode="numeric"
          placeholder={receiptDigits(next)}
          value={to}
          maxLength={9}
          error={errorAt('to')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <TextInput
        label={say.reason}
        value={reason}
        maxLength={300}
        error={errorAt('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {told !== '' && <p className="fault">{told}</p>}
      <Group>
        <Button type="submit" variant="default" loading={busy}>
          {say.voidSave}
        </Button>
      </Group>
    </form>
  );
};
