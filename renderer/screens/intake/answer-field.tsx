import {
  Autocomplete,
  Checkbox,
  NativeSelect,
  NumberInput,
  TextInput,
  Textarea,
  type OptionsFilter,
} from '@mantine/core';
import type { PlainFieldSchema } from '../../../shared/catalogue/fields.ts';
import type { AnswerValue } from '../../../shared/dossier/form.ts';
import { fold, searchTerms } from '../../../shared/text/fold.ts';
import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { DateInput } from './date-input.tsx';

interface AnswerFieldProps {
  path: string;
  schema: PlainFieldSchema;
  required: boolean;
  value: AnswerValue | undefined;
  error: string | undefined;
  onChange: (value: AnswerValue) => void;
}

/** Help stands under the field, so that fields beside each other stand in one line. */
export const wrapperOrder: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

const textOf = (value: AnswerValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Suggestions are found without marks, as everything else is. */
const filterFolded: OptionsFilter = ({ options, search, limit }) => {
  const terms = searchTerms(search);
  return options
    .filter((option) => 'label' in option && terms.every((term) => fold(option.label).includes(term)))
    .slice(0, limit);
};

/** The field's name in the clerk's language. */
export const useTitle = (): ((schema: { title: string; 'x-title-en': string }) => string) => {
  const language = useDesk((desk) => desk.language);
  return (schema) => (language === 'vi' ? schema.title : schema['x-title-en']);
};

/** One field of a procedure's own form, whatever its type; the schema alone says what it is. */
export const AnswerField = ({ path, schema, required, value, error, onChange }: AnswerFieldProps) => {
  const { intake } = useWords();
  const say = intake.answers;
  const language = useDesk((desk) => desk.language);
  const title = useTitle()(schema);
  const common = {
    'data-field': path,
    label: title,
    description: schema.description,
    error,
    inputWrapperOrder: wrapperOrder,
    size: 'sm' as const,
    // Said to screen readers; a star on every line of a long form would say nothing.
    'aria-required': required || undefined,
    placeholder: required ? undefined : say.optional,
  };

  if (schema.type === 'boolean')
    return (
      <Checkbox
        data-field={path}
        wrapperProps={{ 'data-boolean': true }}
        label={title}
        description={schema.description}
        error={error}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );

  if (schema.type === 'integer')
    return (
      <NumberInput
        {...common}
        value={typeof value === 'number' ? value : textOf(value)}
        // What is no number yet stays as typed: nothing is lost, and the field says what is wrong.
        onChange={(next) => onChange(next === '' ? null : next)}
        allowDecimal={false}
        hideControls
        thousandSeparator="."
        decimalSeparator=","
        suffix={schema['x-unit'] === undefined ? '' : ` ${schema['x-unit']}`}
        maxLength={24}
      />
    );

  if ('enum' in schema) {
    const titles = language === 'vi' ? schema['x-enum-titles'] : schema['x-enum-titles-en'];
    const known = typeof value === 'string' && schema.enum.includes(value);
    return (
      <NativeSelect
        {...common}
        value={known ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        // A number before each choice makes it one key: the list jumps to what begins with it.
        data={[
          { value: '', label: required ? say.choose : '—' },
          ...schema.enum.map((one, at) => ({ value: one, label: `${at + 1}. ${titles[at] ?? one}` })),
        ]}
      />
    );
  }

  if ('format' in schema)
    return (
      <DateInput
        {...common}
        placeholder={schema['x-year-only'] ? say.yearHint : say.dateHint}
        value={textOf(value)}
        onChange={onChange}
      />
    );

  const text = {
    ...common,
    value: textOf(value),
    autoComplete: 'off',
    spellCheck: false,
  };
  if (schema['x-multiline'])
    return (
      <Textarea
        {...text}
        autosize
        minRows={2}
        maxRows={6}
        placeholder={say.newLine}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (schema['x-suggestions'])
    return (
      <Autocomplete
        {...text}
        data={[...new Set(schema['x-suggestions'])]}
        limit={8}
        filter={filterFolded}
        comboboxProps={{ transitionProps: { duration: 0 }, middlewares: { flip: false, shift: true } }}
        onChange={(next) => onChange(next)}
      />
    );
  return <TextInput {...text} onChange={(event) => onChange(event.currentTarget.value)} />;
};
