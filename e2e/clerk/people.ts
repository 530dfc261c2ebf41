import type { Page } from 'playwright';
import { parseCard } from '../../shared/citizen/card.ts';
import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import { field, fill, section, typedDate } from './fields.ts';
import type { IntakeInput, PersonInput } from './input.ts';
import { refusal } from './refusal.ts';
import { scan } from './scanner.ts';
import { words } from './words.ts';

type Who = 'submitter' | 'owner';

/** Scans a card with the cursor in that person's name; a refused card is a refusal with the words on the screen. */
export const scanCard = async (page: Page, who: Who, text: string, at: string): Promise<void> => {
  await (await field(page, `${who}.name`)).focus();
  await scan(page, text);
  const people = section(page, 'people');
  const told = people.getByRole('alert').or(people.getByRole('status'));
  await told.first().waitFor();
  const refused = people.getByRole('alert');
  if ((await refused.count()) === 0) return;
  const reading = parseCard(text, localDateAt(Date.parse(at)));
  const code = reading.ok ? 'cardUnreadable' : reading.fault.code;
  throw refusal(code, `${who}.qr`, (await refused.first().innerText()).trim());
};

const fillPerson = async (page: Page, who: Who, person: PersonInput, at: string): Promise<void> => {
  if (person.qr !== undefined) await scanCard(page, who, person.qr, at);
  const texts = ['name', 'address', 'phone', 'email'] as const;
  const isPerson = person.kind !== 'organisation';
  if (isPerson && person.qr === undefined) {
    const idKind = person.idKind ?? ((person.idNumber ?? '') === '' ? 'none' : 'cccd');
    await (await field(page, `${who}.idKind`)).selectOption(idKind.toLowerCase());
  }
  if (person.idNumber !== undefined && person.idNumber !== '')
    await fill(page, `${who}.idNumber`, person.idNumber);
  if (isPerson && person.birthDate !== undefined)
    await fill(page, `${who}.birthDate`, typedDate(person.birthDate));
  if (isPerson && person.sex !== undefined)
    await (await field(page, `${who}.sex`)).selectOption(person.sex.toLowerCase());
  for (const name of texts) {
    const text = person[name];
    if (text !== undefined) await fill(page, `${who}.${name}`, text);
  }
};

const numberOf = (person: PersonInput): string => person.idNumber ?? person.qr?.split('|')[0]?.trim() ?? '';
const nameOf = (person: PersonInput): string => person.name ?? person.qr?.split('|')[2]?.trim() ?? '';

/** Whether both are the same person: by number, and by name where neither has one. */
export const isSamePerson = (one: PersonInput, other: PersonInput): boolean =>
  numberOf(one) === numberOf(other) && (numberOf(one) !== '' || nameOf(one) === nameOf(other));

/** What the clerk writes where nobody told her by what right the submitter acts. */
const usualRelation = 'nộp thay theo ủy quyền';

/** Both persons of a dossier; the owner's own fields only where somebody else hands it in. */
export const fillPeople = async (page: Page, input: IntakeInput): Promise<void> => {
  const owner = input.owner ?? undefined;
  const submitter = input.submitter ?? owner;
  if (submitter === undefined) throw refusal('required', 'submitter', words.faults.problems.required);
  await fillPerson(page, 'submitter', submitter, input.at);
  if (owner === undefined || isSamePerson(owner, submitter)) return;
  const box = section(page, 'people').getByRole('checkbox', { name: words.intake.people.onBehalf });
  await field(page, 'submitter.name');
  await box.check();
  if (owner.kind === 'organisation')
    await section(page, 'people').getByText(words.intake.people.kinds.organisation, { exact: true }).click();
  await fillPerson(page, 'owner', owner, input.at);
  await fill(page, 'relation', input.relation ?? usualRelation);
};
