import { formatDay, isLocalDate } from '../../../shared/calendar/vietnam-time.ts';
import type { Person } from '../../../shared/citizen/person.ts';
import { isSamePerson } from '../../../shared/forms/people.ts';
import { useWords } from '../../words.ts';
import { Card, Facts } from './facts.tsx';
import classes from './dossier.module.css';

const dateText = (date: string) => (isLocalDate(date) ? formatDay(date) : date);

const PersonFacts = ({ title, person }: { title: string; person: Person }) => {
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
          !organisation && { label: say.person.sex, value: person.sex },
          { label: say.person.address, value: person.address },
          { label: say.person.phone, value: person.phone },
          { label: say.person.email, value: person.email },
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
        <div>
          <PersonFacts title={say.submitter} person={submitter} />
          <Facts facts={[{ label: say.relation, value: relation }]} />
        </div>
      </div>
    </Card>
  );
};
