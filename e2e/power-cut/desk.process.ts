import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openTestDesk, samplePassword } from '../../main/testing-desk.ts';
import { withRequiredReceived, withProcedure, blankForm } from '../../shared/dossier/blank-form.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';

/** A counter's main process without its window, made to be killed: it types and accepts dossiers and says what it was told. */

const [folder = ''] = process.argv.slice(2);
const desk = openTestDesk({ folder });

/** Written at once: what is said has happened, and what is not said may have. */
const say = (...words: (string | number)[]): void => {
  writeSync(1, `${words.join(' ')}\n`);
};

const status = await desk.ask('app.status', {});
const slotId = status.ok ? (status.value.clerks[0]?.slotId ?? '') : '';
const entered = await desk.ask('session.signIn', { slotId, password: samplePassword });
if (!entered.ok) throw new Error(entered.fault.code);
const sheet = await desk.ask('catalogue.get', { code: '1.010041' });
if (!sheet.ok) throw new Error(sheet.fault.code);
const { procedure } = sheet.value;
say('ready');

const name = 'Nguyễn Văn Mẫu';
const pages = (note: string): IntakeForm[] => {
  const blank: IntakeForm = { ...blankForm(), note };
  const typed = Array.from({ length: name.length }, (_, at): IntakeForm => ({
    ...blank,
    submitter: { ...blank.submitter, name: name.slice(0, at + 1), idNumber: '019090000123' },
  }));
  const last = typed.at(-1) ?? blank;
  const chosen = withProcedure(last, procedure, []);
  return [...typed, chosen, withRequiredReceived(chosen, procedure)];
};

for (;;) {
  const id = randomUUID();
  const forms = pages(id);
  say('begun', id);
  for (const [at, form] of forms.entries()) {
    const saved = await desk.ask('intake.saveDraft', { id, form });
    if (!saved.ok) throw new Error(saved.fault.code);
    say('saved', id, at);
  }
  const form = forms.at(-1);
  if (!form) throw new Error('no page');
  say('accepting', id);
  const answer = await desk.ask('intake.accept', { id, form });
  if (!answer.ok) throw new Error(answer.fault.code);
  say('accepted', id, answer.value.code);
}
