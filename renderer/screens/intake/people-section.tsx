import { memo } from 'react';
import { Alert, Button, Checkbox, Group, Kbd, SegmentedControl, Text, TextInput } from '@mantine/core';
import type { Person } from '../../../shared/citizen/person.ts';
import { formatDay } from '../../../shared/calendar/vietnam-time.ts';
import type { Card } from '../../../shared/citizen/card.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import { problemText, useWords } from '../../words.ts';
import type { Errors } from './field-errors.ts';
import type { Who } from './intake-form.ts';
import { PersonFields } from './person-fields.tsx';
import type { CardNotice } from './use-card.ts';
import classes from './intake.module.css';

interface PeopleSectionProps extends Pick<IntakeForm, 'submitter' | 'owner' | 'relation'> {
  errors: Errors;
  /** Worth a look, never a block. */
  warnings: Errors;
  notice: CardNotice;
  onChange: (who: Who, change: Partial<Person>) => void;
  onBehalf: (on: boolean) => void;
  onRelation: (relation: string) => void;
  onFill: (who: Who, card: Card) => void;
}

/** What the scanner read, or why it filled nothing; stands over the person it concerns. */
const Notice = ({ who, notice }: { who: Who; notice: CardNotice }) => {
  const words = useWords();
  const say = words.intake.people;
  if (notice === null || notice.kind === 'ask' || notice.who !== who) return null;
  if (notice.kind === 'refused')
    return (
      <Alert color="red" role="alert" p="xs">
        {problemText(words, { field: 'card', code: notice.fault.code, params: notice.fault.params })}
      </Alert>
    );
  const { person, warnings } = notice.card;
  return (
    <div role="status">
      <Text size="sm" className={classes['read'] ?? ''}>
        <bdi>{say.read({ name: person.name, number: person.idNumber })}</bdi>
        {person.idIssued === '' ? '' : ` ${say.readMore({ issued: formatDay(person.idIssued) })}`}
        {person.oldIdNumber === '' ? '' : ` ${say.oldNumber({ number: person.oldIdNumber })}`}
      </Text>
      {warnings.map((warning) => (
        <Text size="sm" className={classes['warning'] ?? ''} key={warning.code}>
          {problemText(words, warning)}
        </Text>
      ))}
    </div>
  );
};

/** Who stands at the counter and whose dossier it is; by card or by hand. */
export const PeopleSection = memo(function PeopleSection({
  submitter,
  owner,
  relation,
  errors,
  warnings,
  notice,
  onChange,
  onBehalf,
  onRelation,
  onFill,
}: PeopleSectionProps) {
  const { intake } = useWords();
  const say = intake.people;
  return (
    <div className={classes['stack']}>
      {notice?.kind === 'ask' && (
        <Alert color="yellow" role="alert" p="xs">
          <div className={classes['choices']}>
            <bdi>{say.anotherCard({ name: notice.card.person.name })}</bdi>
            <Group gap="sm">
              <Button size="compact-md" onClick={() => onFill('owner', notice.card)} data-field="card">
                {say.isOwner}
              </Button>
              <Button size="compact-md" variant="default" onClick={() => onFill('submitter', notice.card)}>
                {say.isSubmitter}
              </Button>
            </Group>
          </div>
        </Alert>
      )}
      <Notice who="submitter" notice={notice} />
      <PersonFields
        who="submitter"
        person={submitter}
        errors={errors}
        warnings={warnings}
        onChange={onChange}
      />
      <Checkbox
        checked={owner !== null}
        onChange={(event) => onBehalf(event.currentTarget.checked)}
        label={
          <>
            {say.onBehalf} <Kbd className={classes['kbd'] ?? ''}>{intake.keyNames.onBehalf}</Kbd>
          </>
        }
      />
      {owner && (
        <div className={classes['owner']}>
          <Group justify="space-between" gap="sm">
            <h3 className={classes['groupTitle']}>{say.owner}</h3>
            <SegmentedControl
              size="xs"
              aria-label={say.kind}
              value={owner.kind}
              onChange={(value) =>
                onChange(
                  'owner',
                  value === 'organisation'
                    ? { kind: 'organisation', idKind: 'tax' }
                    : { kind: 'person', idKind: 'cccd' },
                )
              }
              data={[
                { value: 'person', label: say.kinds.person },
                { value: 'organisation', label: say.kinds.organisation },
              ]}
            />
          </Group>
          <Notice who="owner" notice={notice} />
          <PersonFields who="owner" person={owner} errors={errors} warnings={warnings} onChange={onChange} />
          <TextInput
            data-field="relation"
            label={say.relation}
            placeholder={say.relationHint}
            error={errors['relation']}
            size="sm"
            autoComplete="off"
            value={relation}
            onChange={(event) => onRelation(event.currentTarget.value)}
          />
        </div>
      )}
    </div>
  );
});
