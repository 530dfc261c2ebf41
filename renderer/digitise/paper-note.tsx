import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { isLocalDate } from '../../shared/calendar/vietnam-time.ts';
import type { PaperNote } from '../../shared/dossier/form.ts';
import { DateInput } from '../screens/intake/date-input.tsx';
import { useWords } from '../words.ts';
import classes from './digitise.module.css';

type Noted = Omit<PaperNote, 'digitisedAt'>;

export const blankRecord: Noted = { symbol: '', issuedOn: '', issuer: '', validTo: '', scope: '', other: '' };

/** What was noted of a paper before, to be changed. */
export const notedBefore = ({ digitisedAt, ...noted }: PaperNote): Noted => noted;

export const isNoted = (record: Noted): boolean => Object.values(record).some((text) => text !== '');

/** Whether both dates are dates, or not given. */
export const areDatesRight = ({ issuedOn, validTo }: Noted): boolean =>
  [issuedOn, validTo].every((date) => date === '' || isLocalDate(date));

interface PaperNoteFieldsProps {
  record: Noted;
  isTried: boolean;
  onChange: (change: Partial<Noted>) => void;
}

/** TT 01/2023: what the paper is told apart by. None of it is needed to accept a dossier. */
export const PaperNoteFields = ({ record, isTried, onChange }: PaperNoteFieldsProps) => {
  const { digitise: say } = useWords();
  // Once: emptied by her, it must not fold under her hands.
  const [isOpen] = useState(() => isNoted(record));
  const dateFault = (date: string) => (isTried && date !== '' && !isLocalDate(date) ? say.dateWrong : null);
  const text = (field: 'symbol' | 'issuer' | 'scope' | 'other') => (
    <TextInput
      size="xs"
      label={say.fields[field]}
      maxLength={300}
      value={record[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  const date = (field: 'issuedOn' | 'validTo') => (
    <DateInput
      size="xs"
      label={say.fields[field]}
      error={dateFault(record[field])}
      value={record[field]}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <details className={classes['record']} open={isOpen}>
      <summary>{say.record}</summary>
      <div className={classes['fields']}>
        {text('symbol')}
        {date('issuedOn')}
        {text('issuer')}
        {date('validTo')}
        {text('scope')}
        {text('other')}
      </div>
    </details>
  );
};
