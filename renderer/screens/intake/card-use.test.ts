import { describe, expect, it } from 'vitest';
import type { Card } from '../../../shared/citizen/card.ts';
import { emptyPerson } from '../../../shared/citizen/person.ts';
import { blankForm } from '../../../shared/dossier/blank-form.ts';
import { cardChange, cardTarget, personField, whoseField } from './card-use.ts';

const cardOf = (idNumber: string): Card => ({
  person: { ...emptyPerson, name: 'Nguyễn Văn Mẫu', idNumber },
  extra: [],
  warnings: [],
});
const named = { ...emptyPerson, name: 'Trần Thị Thí Dụ', idNumber: '001190000001' };
const card = cardOf('001090000002');

describe('a scanned card', () => {
  it('fills the submitter first, then the owner if there is to be one', () => {
    expect(cardTarget(blankForm(), card, null)).toBe('submitter');
    expect(cardTarget({ ...blankForm(), submitter: named, owner: { ...emptyPerson } }, card, null)).toBe(
      'owner',
    );
  });

  it('fills the owner when the cursor is there', () => {
    expect(cardTarget({ ...blankForm(), owner: { ...emptyPerson } }, card, 'owner')).toBe('owner');
  });

  it('of a person already on the page fills that person again', () => {
    const form = { ...blankForm(), submitter: named, owner: { ...emptyPerson } };
    expect(cardTarget(form, cardOf(named.idNumber), 'owner')).toBe('submitter');
  });

  it('never replaces a named person unasked', () => {
    expect(cardTarget({ ...blankForm(), submitter: named }, card, 'submitter')).toBe('ask');
    expect(cardTarget({ ...blankForm(), submitter: named, owner: named }, card, null)).toBe('ask');
  });

  it('leaves telephone and e-mail as they were', () => {
    expect(Object.keys(cardChange(card))).not.toContain('phone');
    expect(Object.keys(cardChange(card))).not.toContain('email');
  });
});

it('the relation is the owner’s field, the procedure nobody’s', () => {
  expect(whoseField('relation')).toBe('owner');
  expect(whoseField('submitter.name')).toBe('submitter');
  expect(whoseField('procedure')).toBeNull();
  expect(whoseField(null)).toBeNull();
});

it('only a person’s typed fields take a card that came as typing', () => {
  expect(personField('owner.idNumber')).toEqual({ who: 'owner', key: 'idNumber' });
  for (const field of ['owner.sex', 'relation', 'note', 'components.0.name', undefined])
    expect(personField(field)).toBeUndefined();
});
