import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { prefillAnswers } from '../../shared/catalogue/fields.ts';
import { blankForm, withProcedure, withRequiredReceived } from '../../shared/dossier/blank-form.ts';
import { get } from './bridge.ts';

/** Confirmation of marital status: three working days, one paper. */
const marital = '1.004873';
const ownAnswers = { maritalStatus: 'chua-ket-hon', purpose: 'muc-dich-khac', otherPurpose: 'Vay vốn' };

export interface Citizen {
  name: string;
  phone: string;
  idNumber: string;
}

/** A sample citizen a number names; of every three, two share a telephone. */
export const citizen = (turn: number): Citizen => ({
  name: `${['Nguyễn Văn Mẫu', 'Trần Thị Thí Dụ', 'Lê Văn Ví Dụ'][turn % 3] ?? ''} ${turn}`,
  phone: `09120${String(turn - (turn % 3 === 2 ? 1 : 0)).padStart(5, '0')}`,
  idNumber: `019199${String(turn).padStart(6, '0')}`,
});

/** Takes dossiers in through the window's own door, as its page does, without typing each. Answers their ids. */
export const takeIn = async (page: Page, people: readonly Citizen[]): Promise<string[]> => {
  const { procedure, schema } = await get(page, 'catalogue.get', { code: marital });
  const form = withRequiredReceived(withProcedure(blankForm(), procedure, []), procedure);
  const ids: string[] = [];
  for (const person of people) {
    const submitter = {
      ...form.submitter,
      ...person,
      birthDate: '1999-05-12',
      sex: 'nam' as const,
      address: 'Thôn Mẫu, xã Mẫu',
    };
    const answers = { ...(schema ? prefillAnswers(schema, { owner: null, submitter }) : {}), ...ownAnswers };
    const { dossier } = await get(page, 'intake.accept', {
      id: randomUUID(),
      form: { ...form, submitter, answers },
    });
    ids.push(dossier);
  }
  return ids;
};

/** Takes one in and puts its receipt into the citizen's hand; its code. */
export const takeOneIn = async (page: Page, person: Citizen = citizen(0)): Promise<string> => {
  const [dossier = ''] = await takeIn(page, [person]);
  await get(page, 'paper.settle', { kind: 'dossier', dossier, form: 'receipt', printed: true });
  return (await get(page, 'dossier.get', { id: dossier })).row.code;
};
