import { NativeSelect, TextInput } from '@mantine/core';
import type { IdKind, Person, Sex } from '../../../shared/citizen/person.ts';
import { useWords } from '../../words.ts';
import { wrapperOrder } from './answer-field.tsx';
import { DateInput } from './date-input.tsx';
import type { Who } from './intake-form.ts';
import type { Errors } from './field-errors.ts';
import grid from './grid.module.css';
import classes from './intake.module.css';

interface PersonFieldsProps {
  who: Who;
  person: Person;
  errors: Errors;
  warnings: Errors;
  onChange: (who: Who, change: Partial<Person>) => void;
}

const idKinds: readonly IdKind[] = ['cccd', 'cmnd', 'passport', 'other', 'none'];
const sexes: readonly Sex[] = ['', 'nam', 'nữ', 'khác'];

const chooseOf = <T extends string>(choices: readonly T[], value: string): T | undefined =>
  choices.find((one) => one === value);

/** Fields of one person, in the order a card and a receipt have them. */
export const PersonFields = ({ who, person, errors, warnings, onChange }: PersonFieldsProps) => {
  const { intake } = useWords();
  const say = intake.people;
  const isPerson = person.kind === 'person';
  const field = (name: keyof Person) => ({
    'data-field': `${who}.${name}`,
    error: errors[`${who}.${name}`],
    description: warnings[`${who}.${name}`],
    descriptionProps: { className: classes['look'] ?? '' },
    inputWrapperOrder: wrapperOrder,
    size: 'sm' as const,
    autoComplete: 'off',
  });
  const text = (name: 'name' | 'idNumber' | 'address' | 'phone' | 'email') => ({
    ...field(name),
    value: person[name],
    spellCheck: false,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(who, { [name]: event.currentTarget.value }),
  });
  /** Twelfths of the section, and of one in a narrow window. */
  const span = (width: number, narrow: number) => ({
    className: grid['cell'] ?? '',
    'data-span': width,
    'data-narrow': narrow,
  });

  return (
    <div className={grid['grid']} role="group" aria-label={say[who]}>
      <div {...span(5, isPerson ? 7 : 12)}>
        <TextInput label={isPerson ? say.name : say.organisationName} {...text('name')} />
      </div>
      {isPerson ? (
        <div {...span(3, 5)}>
          <NativeSelect
            label={say.idKind}
            {...field('idKind')}
            value={person.idKind}
            onChange={(event) => {
              const idKind = chooseOf(idKinds, event.currentTarget.value);
              if (idKind) onChange(who, { idKind });
            }}
            data={idKinds.map((value) => ({ value, label: say.idKinds[value] }))}
          />
        </div>
      ) : null}
      <div {...span(isPerson ? 4 : 7, isPerson ? 5 : 12)}>
        <TextInput
          label={isPerson ? say.idNumber : say.idKinds.tax}
          {...text('idNumber')}
          disabled={person.idKind === 'none'}
          inputMode={person.idKind === 'passport' || person.idKind === 'other' ? 'text' : 'numeric'}
        />
      </div>
      {isPerson ? (
        <>
          <div {...span(3, 4)}>
            <DateInput
              label={say.birthDate}
              placeholder={say.birthDateHint}
              {...field('birthDate')}
              value={person.birthDate}
              onChange={(birthDate) => onChange(who, { birthDate })}
            />
          </div>
          <div {...span(2, 3)}>
            <NativeSelect
              label={say.sex}
              {...field('sex')}
              value={person.sex}
              onChange={(event) => {
                const sex = chooseOf(sexes, event.currentTarget.value);
                if (sex !== undefined) onChange(who, { sex });
              }}
              data={sexes.map((value) => ({ value, label: say.sexes[value] }))}
            />
          </div>
        </>
      ) : null}
      <div {...span(isPerson ? 7 : 12, 12)}>
        <TextInput label={isPerson ? say.address : say.organisationAddress} {...text('address')} />
      </div>
      <div {...span(4, 5)}>
        <TextInput
          label={say.phone}
          placeholder={who === 'submitter' ? say.phoneHint : say.emailHint}
          {...text('phone')}
          inputMode="tel"
        />
      </div>
      <div {...span(5, 7)}>
        <TextInput label={say.email} placeholder={say.emailHint} {...text('email')} inputMode="email" />
      </div>
    </div>
  );
};
