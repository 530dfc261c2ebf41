import { formatDay, isLocalDate } from '../../../shared/calendar/vietnam-time.ts';
import type { Person } from '../../../shared/citizen/person.ts';
import { isSamePerson } from '../../../shared/forms/people.ts';
import { useWords } from '../../words.ts';
import { Card, Facts } from './facts.tsx';
import classes from './dossier.module.css';

const dateText = (date: string) => (isLocalDate(date) ? formatDay(date) : date);

interface PersonProps {
  title: string;
  person: Person;
  /** By what right this person acts for the owner. */
  relation?: string;
}

const PersonFacts = ({ title, person, relation = '' }: PersonProps) => {
  const words = useWords();
  const say = words.dossiers.page;
  const organisation = person.kind === 'organisation';
  return (
    <div>
      <h3 className={classes['subheading']}>{title}</h3>
      <p className={classes['name']}>{person.name}</p>
      <Facts
        facts={[
          { label: say.idKinds[person.idKind], value: person.idNumber === '' ? say.noId : person.idNumber },
          { label: say.person.idIssued, value: dateText(person.idIssued) },
          { label: say.person.oldIdNumber, value: person.oldIdNumber },
          !organisation && {
            label: isLocalDate(person.birthDate) ? say.person.birthDate : say.person.birthYear,
            value: dateText(person.birthDate),
          },
          !organisation && {
            label: say.person.sex,
            value: person.sex === '' ? '' : words.intake.people.sexes[person.sex],
          },
          { label: say.person.address, value: person.address },
          { label: say.person.phone, value: person.phone },
          { label: say.person.email, value: person.email },
          { label: say.relation, value: relation },
        ]}
      />
    </div>
  );
};

interface Props {
  submitter: Person;
  owner: Person;
  relation: string;
}

/** Both persons of a dossier, once when they are one. */
export const People = ({ submitter, owner, relation }: Props) => {
  const words = useWords();
  const say = words.dossiers.page;
  if (isSamePerson(submitter, owner))
    return (
      <Card title={say.people}>
        <PersonFacts title={say.same} person={owner} />
      </Card>
    );
  return (
    <Card title={say.people}>
      <div className={classes['pair']}>
        <PersonFacts title={say.owner} person={owner} />
        <PersonFacts title={say.submitter} person={submitter} relation={relation} />
      </div>
    </Card>
  );
};
