import { randomUUID } from 'node:crypto';
import type { IntakeAnswer } from '../shared/contract.ts';
import { prefillAnswers } from '../shared/catalogue/fields.ts';
import { blankForm, withProcedure, withRequiredReceived } from '../shared/dossier/blank-form.ts';
import type { IntakeForm } from '../shared/dossier/form.ts';
import { sampleFounding, samplePassword } from './testing-desk.ts';
import type { TestDesk } from './testing-desk.ts';

/** A clerk's usual acts at a test desk, each of which must succeed. */

const valueOf = <T>(answer: { ok: true; value: T } | { ok: false; fault: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
};

export const foundSample = async (desk: TestDesk): Promise<{ recoveryCode: string }> =>
  valueOf(await desk.ask('setup.found', sampleFounding()));

export const signInSample = async (desk: TestDesk, password: string = samplePassword): Promise<void> => {
  const { clerks } = valueOf(await desk.ask('app.status', {}));
  valueOf(await desk.ask('session.signIn', { slotId: clerks[0]?.slotId ?? '', password }));
};

/** Giấy xác nhận tình trạng hôn nhân: three working days, one paper. */
const marital = '1.004873';
/** What its own form asks beyond the persons. */
const ownAnswers = { maritalStatus: 'chua-ket-hon', purpose: 'muc-dich-khac', otherPurpose: 'Vay vốn' };

/** A form ready to be accepted. */
export const readySample = async (desk: TestDesk, idNumber = '019199000123'): Promise<IntakeForm> => {
  const { procedure, schema } = valueOf(await desk.ask('catalogue.get', { code: marital }));
  const form = withRequiredReceived(withProcedure(blankForm(), procedure, []), procedure);
  const submitter = {
    ...form.submitter,
    name: 'Nguyễn Thị Mẫu',
    idNumber,
    birthDate: '1999-05-12',
    sex: 'nữ' as const,
    address: 'Thôn Mẫu, xã Mẫu',
    phone: '0912345678',
  };
  const answers = schema ? prefillAnswers(schema, { owner: null, submitter }) : {};
  return { ...form, submitter, answers: { ...answers, ...ownAnswers } };
};

export const acceptSample = async (
  desk: TestDesk,
  form?: IntakeForm,
  id: string = randomUUID(),
): Promise<IntakeAnswer> =>
  valueOf(await desk.ask('intake.accept', { id, form: form ?? (await readySample(desk)) }));
