import type { IdKind, Person, Sex } from '../../citizen/person.ts';
import type { DeliveryMethod } from '../form.ts';
import type { Particulars } from '../state.ts';
import type { CorrectableField, PersonField } from './events.ts';
import { personFields } from './events.ts';

const idKinds: readonly IdKind[] = ['cccd', 'cmnd', 'passport', 'tax', 'other', 'none'];
const sexes: readonly Sex[] = ['nam', 'nữ', 'khác', ''];
const methods: readonly DeliveryMethod[] = ['counter', 'post', 'online'];

const oneOf = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((one) => one === text);

/** Fields a person's correction may name; an id kind or sex nobody knows leaves what stood there. */
const correctPerson = (person: Person, field: PersonField, after: string): Person => {
  switch (field) {
    case 'idKind':
      return { ...person, idKind: oneOf(idKinds, after) ?? person.idKind };
    case 'sex':
      return { ...person, sex: oneOf(sexes, after) ?? person.sex };
    default:
      return { ...person, [field]: after };
  }
};

const personFieldOf = (field: string): PersonField | undefined =>
  oneOf(personFields, field.slice(field.indexOf('.') + 1));

const correctOne = (particulars: Particulars, field: CorrectableField, after: string): Particulars => {
  const { delivery } = particulars;
  switch (field) {
    case 'relation':
      return { ...particulars, relation: after };
    case 'delivery.method':
      return { ...particulars, delivery: { ...delivery, method: oneOf(methods, after) ?? delivery.method } };
    case 'delivery.address':
      return { ...particulars, delivery: { ...delivery, address: after } };
    default: {
      const of = field.startsWith('owner.') ? 'owner' : 'submitter';
      const name = personFieldOf(field);
      return name ? { ...particulars, [of]: correctPerson(particulars[of], name, after) } : particulars;
    }
  }
};

/** The particulars with corrections applied in order. Total: a field nobody knows changes nothing. */
export const correctParticulars = (
  particulars: Particulars,
  changes: readonly { field: CorrectableField; after: string }[],
): Particulars =>
  changes.reduce((current, { field, after }) => correctOne(current, field, after), particulars);

/** How a field reads now; undefined for one nobody knows. */
export const findParticular = (particulars: Particulars, field: string): string | undefined => {
  switch (field) {
    case 'relation':
      return particulars.relation;
    case 'delivery.method':
      return particulars.delivery.method;
    case 'delivery.address':
      return particulars.delivery.address;
  }
  const name = personFieldOf(field);
  if (name === undefined) return undefined;
  if (field.startsWith('owner.')) return particulars.owner[name];
  return field.startsWith('submitter.') ? particulars.submitter[name] : undefined;
};

/** Whether a field may hold the text at all: ids of a closed list. */
export const isKnownValue = (field: string, text: string): boolean => {
  if (field.endsWith('.idKind')) return oneOf(idKinds, text) !== undefined;
  if (field.endsWith('.sex')) return oneOf(sexes, text) !== undefined;
  return field !== 'delivery.method' || oneOf(methods, text) !== undefined;
};
