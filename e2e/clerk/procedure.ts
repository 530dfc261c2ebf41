import type { Page } from 'playwright';
import type { ProcedureSheet } from '../../shared/contract.ts';
import { fold } from '../../shared/text/fold.ts';
import { ask, get } from './bridge.ts';
import { field } from './fields.ts';
import { refusal } from './refusal.ts';
import { words } from './words.ts';

/** Types a code or a name and takes the first hit with Enter; nothing found is a refusal, worded as main words it. */
export const chooseProcedure = async (page: Page, text: string): Promise<ProcedureSheet> => {
  const box = await field(page, 'procedure');
  await box.fill(text);
  const first = page.locator('[role="option"][data-chosen]');
  const nothing = page.getByText(words.intake.procedure.nothing);
  await first.or(nothing).first().waitFor();
  const isCode = /^\d\.\d{6}/.test(text.trim());
  const found = (await first.count()) > 0 ? ((await first.innerText()).split(/\s/)[0] ?? '') : '';
  if (found === '' || (isCode && found !== text.trim())) {
    const answer = await ask(page, 'catalogue.get', { code: text.trim().slice(0, 40) });
    const code = answer.ok ? 'unknownProcedure' : answer.fault.code;
    const told = code === 'repealedProcedure' ? 'repealedProcedure' : 'unknownProcedure';
    throw refusal(code, 'procedure', words.intake.problems[told]);
  }
  await box.press('Enter');
  await page.waitForFunction((code) => {
    const chosen = document.querySelector<HTMLInputElement>('[data-field="procedure"]')?.value ?? '';
    return chosen.startsWith(`${code} · `) || document.querySelector('[data-unfold="procedure"]') !== null;
  }, found);
  return get(page, 'catalogue.get', { code: found });
};

/** Chooses a case by its id or by its name; one the list does not offer is a refusal. Returns its id. */
export const chooseCase = async (page: Page, sheet: ProcedureSheet, wish: string): Promise<string> => {
  const cases = sheet.procedure.cases;
  const found = cases.find(({ id }) => id === wish) ?? cases.find(({ name }) => fold(name) === fold(wish));
  if (!found) throw refusal('unknownCase', 'case', `${words.intake.procedure.chooseCase}: ${wish}?`);
  if (cases.length > 1) await (await field(page, 'case')).selectOption(found.id);
  return found.id;
};
