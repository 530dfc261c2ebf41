import type { Person } from './person.ts';

/** Years of full age (Bộ luật Dân sự 2015, điều 20 và 21). */
const fullAge = 18;

/** Whether somebody is under age on a day ('YYYY-MM-DD'). Where only the year of birth is known she comes of age with its first day; where nothing is, she is of age. */
export const isUnderAge = ({ kind, birthDate }: Pick<Person, 'kind' | 'birthDate'>, day: string): boolean => {
  if (kind !== 'person' || birthDate === '') return false;
  const comesOfAge = `${Number(birthDate.slice(0, 4)) + fullAge}${birthDate.slice(4)}`;
  return day.slice(0, birthDate.length) < comesOfAge;
};
