import { memo } from 'react';
import { listFields, type JsonSchema, type NamedField } from '../../../shared/catalogue/fields.ts';
import type { Answers, AnswerValue } from '../../../shared/dossier/form.ts';
import { AnswerField, useTitle } from './answer-field.tsx';
import { AnswerList } from './answer-list.tsx';
import type { Errors } from './field-errors.ts';
import classes from './intake.module.css';
import grid from './grid.module.css';

interface AnswersSectionProps {
  schema: JsonSchema;
  answers: Answers;
  errors: Errors;
  onChange: (name: string, value: AnswerValue) => void;
  onAdded: (field: string) => void;
}

/** Neighbouring fields of one group, in the order of the form. */
const groupsOf = (fields: readonly NamedField[]): { id: string | null; fields: NamedField[] }[] => {
  const groups: { id: string | null; fields: NamedField[] }[] = [];
  for (const field of fields) {
    const id = field.schema['x-group'] ?? null;
    const last = groups.at(-1);
    if (last && last.id === id) last.fields.push(field);
    else groups.push({ id, fields: [field] });
  }
  return groups;
};

/** The procedure's own form, drawn from its JSON Schema: every type, groups, conditions, lists. */
export const AnswersSection = memo(function AnswersSection({
  schema,
  answers,
  errors,
  onChange,
  onAdded,
}: AnswersSectionProps) {
  const titleOf = useTitle();
  const nameOf = (id: string | null): string => {
    const group = schema['x-groups']?.find((one) => one.id === id);
    return group ? titleOf(group) : '';
  };
  return (
    <div className={classes['stack']}>
      {groupsOf(listFields(schema, answers)).map(({ id, fields }, at) => (
        <div key={`${id ?? ''}-${at}`} role="group" aria-label={nameOf(id) || titleOf(schema)}>
          {nameOf(id) !== '' && <h3 className={classes['groupTitle']}>{nameOf(id)}</h3>}
          <div className={grid['grid']}>
            {fields.map((field) => {
              const path = `answers.${field.name}`;
              const one = field.schema;
              return (
                <div className={grid['cell']} data-span={one['x-width'] ?? 12} key={field.name}>
                  {one.type === 'array' ? (
                    <AnswerList
                      path={path}
                      schema={one}
                      value={answers[field.name]}
                      errors={errors}
                      onChange={(value) => onChange(field.name, value)}
                      onAdded={onAdded}
                    />
                  ) : (
                    <AnswerField
                      path={path}
                      schema={one}
                      required={field.required}
                      value={answers[field.name]}
                      error={errors[path]}
                      onChange={(value) => onChange(field.name, value)}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
      ))}
    </div>
  );
});
