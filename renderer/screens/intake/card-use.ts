import type { Card } from '../../../shared/citizen/card.ts';
import type { Person } from '../../../shared/citizen/person.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import type { Who } from './intake-form.ts';

const isUnnamed = (person: Person): boolean => person.name === '' && person.idNumber === '';

/**
 * Whose fields a scanned card fills: the person it already is, else the one the cursor is at, else the first still unnamed.
 * 'ask': both stand for somebody else, so only the clerk knows.
 */
export const cardTarget = (form: IntakeForm, card: Card, at: Who | null): Who | 'ask' => {
  const { submitter, owner } = form;
  const { idNumber } = card.person;
  if (submitter.idNumber === idNumber) return 'submitter';
  if (owner?.idNumber === idNumber) return 'owner';
  if (at === 'owner' && owner) return 'owner';
  if (isUnnamed(submitter)) return 'submitter';
  if (owner && isUnnamed(owner)) return 'owner';
  return 'ask';
};

/** What a card tells of a person; telephone and e-mail, which it does not know, stay. */
export const cardChange = ({ person }: Card): Partial<Person> => ({
  kind: 'person',
  name: person.name,
  idKind: person.idKind,
  idNumber: person.idNumber,
  oldIdNumber: person.oldIdNumber,
  birthDate: person.birthDate,
  sex: person.sex,
  address: person.address,
  idIssued: person.idIssued,
});

/** Whose field a dotted path is. */
export const whoseField = (field: string | null): Who | null => {
  const head = field?.split('.')[0];
  return head === 'submitter' || head === 'owner' ? head : head === 'relation' ? 'owner' : null;
};

const typedKeys = ['name', 'idNumber', 'birthDate', 'address', 'phone', 'email'] as const;

/** A person's field that is typed into, from its dotted path. */
export const personField = (
  field: string | undefined,
): { who: Who; key: (typeof typedKeys)[number] } | undefined => {
  const [head, tail] = (field ?? '').split('.');
  const key = typedKeys.find((one) => one === tail);
  return key && (head === 'submitter' || head === 'owner') ? { who: head, key } : undefined;
};
