import { useState } from 'react';
import { Button, CloseButton, TextInput } from '@mantine/core';
import { useWords } from '../../words.ts';
import { readCount } from './grid-keys.ts';
import { OutcomeForm, OutcomeModal } from './outcome-form.tsx';
import tables from './tables.module.css';

export interface MissingRow {
  name: string;
  count: number;
  what: string;
}

interface GuideModalProps {
  opened: boolean;
  /** Names of what is missing now; the list begins with them. */
  missing: readonly string[];
  isBusy: boolean;
  fault: string | null;
  onClose: () => void;
  onConfirm: (missing: MissingRow[], reason: string) => void;
}

const GuideForm = ({ missing, onConfirm, ...rest }: Omit<GuideModalProps, 'opened'>) => {
  const { intake } = useWords();
  const say = intake.guide;
  const [rows, setRows] = useState<MissingRow[]>(() =>
    missing.map((name) => ({ name, count: 1, what: say.notYet })),
  );
  const named = rows.filter((row) => row.name.trim() !== '');
  const change = (at: number, part: Partial<MissingRow>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <OutcomeForm
      {...rest}
      say={say}
      reasonRows={{ min: 2, max: 8 }}
      saysEnough={named.length > 0}
      onConfirm={(reason) => onConfirm(named, reason)}
    >
      <fieldset className={tables['list']}>
        <legend>{say.missing}</legend>
        {rows.length === 0 && <p className={tables['keys']}>{say.none}</p>}
        {rows.map((row, at) => (
          <div className={tables['missingRow']} key={at}>
            <TextInput
              aria-label={say.name}
              placeholder={say.name}
              size="sm"
              value={row.name}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={say.count}
              size="sm"
              inputMode="numeric"
              value={row.count === 0 ? '' : String(row.count)}
              onChange={(event) => change(at, { count: readCount(event.currentTarget.value) })}
              onFocus={(event) => event.currentTarget.select()}
            />
            <TextInput
              aria-label={say.what}
              placeholder={say.what}
              size="sm"
              value={row.what}
              onChange={(event) => change(at, { what: event.currentTarget.value })}
            />
            <CloseButton
              aria-label={say.removeRow({ row: at + 1 })}
              onClick={() => setRows(rows.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        <Button
          variant="default"
          size="compact-md"
          onClick={() => setRows([...rows, { name: '', count: 1, what: '' }])}
        >
          {say.addRow}
        </Button>
      </fieldset>
    </OutcomeForm>
  );
};

/** Form 02: one full written list of what to bring. */
export const GuideModal = ({ opened, ...rest }: GuideModalProps) => {
  const { intake } = useWords();
  return (
    <OutcomeModal title={intake.guide.title} opened={opened} size={860} onClose={rest.onClose}>
      <GuideForm {...rest} />
    </OutcomeModal>
  );
};
