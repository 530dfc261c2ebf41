import type { Page } from 'playwright';
import type { Procedure, ProcedureFee } from '../../shared/catalogue/procedure.ts';
import { expectedFees } from '../../shared/dossier/blank-form.ts';
import { formatMoney } from '../../shared/fees/money.ts';
import { fold } from '../../shared/text/fold.ts';
import { settle } from './bridge.ts';
import { field, fill, section } from './fields.ts';
import type { FeeInput } from './input.ts';
import { refusal } from './refusal.ts';
import { words } from './words.ts';

const say = words.intake.fees;

/** What the clerk types for an amount whose resolution nobody told her. */
const usualDecision = 'Nghị quyết của HĐND tỉnh';

/** A figure as the clerk types it; one the field does not take as it is (a minus, a fraction) is a refusal, never another figure. */
const fillAmount = async (page: Page, at: number, amount: number): Promise<void> => {
  const path = `fees.${at}.amount`;
  await fill(page, path, String(amount));
  const shown = await (await field(page, path)).inputValue();
  if (Number(shown.replace(/[^\d-]/g, '')) !== amount) throw refusal('amountInvalid', path, say.amountNeeded);
};

/** The province's amount, asked for once and kept with its resolution. */
export const setAmount = async (page: Page, at: number, amount: number, decision: string): Promise<void> => {
  await fillAmount(page, at, amount);
  await fill(page, `fees.${at}.decision`, decision);
  await page.locator(`[data-field="fees.${at}.decision"]`).press('Enter');
  const kept = page.locator(`[data-field="fees.${at}.decision"]`);
  const wrong = section(page, 'fees').locator('[aria-invalid="true"]');
  await page.waitForFunction(
    (path) =>
      document.querySelector(`[data-field="${path}"]`) === null ||
      document.querySelector('[data-section="fees"] [aria-invalid="true"]') !== null,
    `fees.${at}.decision`,
  );
  if ((await kept.count()) > 0 && (await wrong.count()) > 0)
    throw refusal('amountInvalid', `fees.${at}.amount`, say.amountNeeded);
};

const setExemption = async (
  page: Page,
  procedure: Procedure,
  fee: ProcedureFee,
  at: number,
  wish: string,
) => {
  const offered = procedure.exemptions.filter(({ fees }) => fees.includes(fee.id));
  const folded = fold(wish);
  const found =
    offered.find(({ id }) => id === wish) ??
    offered.find(({ label }) => fold(label) === folded) ??
    offered.find(({ label }) => fold(label).includes(folded));
  if (!found) throw refusal('exemptionUnknown', `fees.${at}.exemption`, `${say.exemption}: ${wish}?`);
  await (await field(page, `fees.${at}.exemption`)).selectOption(found.id);
};

const fillKnown = async (
  page: Page,
  procedure: Procedure,
  fee: ProcedureFee,
  at: number,
  wish: FeeInput,
): Promise<void> => {
  const asks = (await (await field(page, `fees.${at}.decision`)).count()) > 0;
  const { amount, quantity, exemption } = wish;
  // A charge worked out from the papers has no amount to compare.
  if (typeof amount === 'number' && fee.amount !== null && fee.rule === undefined && amount !== fee.amount)
    throw refusal(
      'amountDiffers',
      `fees.${at}.amount`,
      words.fees.problems.amountDiffers({ expected: formatMoney(fee.amount) }),
    );
  if (typeof amount === 'number' && asks) await setAmount(page, at, amount, wish.decision ?? usualDecision);
  if (quantity !== undefined && fee.rule === undefined)
    await fill(page, `fees.${at}.quantity`, String(quantity));
  if (typeof exemption === 'string' && exemption !== '')
    await setExemption(page, procedure, fee, at, exemption);
};

const addLine = async (page: Page, at: number, wish: FeeInput): Promise<void> => {
  await field(page, 'fees.0.quantity');
  await section(page, 'fees').getByRole('button', { name: say.add }).click();
  await fill(page, `fees.${at}.label`, wish.label);
  if (typeof wish.amount === 'number') await fillAmount(page, at, wish.amount);
  if (wish.quantity !== undefined) await fill(page, `fees.${at}.quantity`, String(wish.quantity));
};

/** Charges of the dossier: the procedure's own by their name, others as added lines. */
export const fillFees = async (
  page: Page,
  procedure: Procedure,
  caseId: string,
  wishes: readonly FeeInput[],
): Promise<void> => {
  const rows = expectedFees(procedure, caseId);
  let added = 0;
  for (const wish of wishes) {
    const folded = fold(wish.label);
    const at = [
      rows.findIndex(({ id }) => id === wish.label),
      rows.findIndex(({ label }) => fold(label) === folded),
      rows.findIndex(({ label }) => fold(label).includes(folded) || folded.includes(fold(label))),
    ].find((place) => place >= 0);
    const fee = at === undefined ? undefined : rows[at];
    if (fee && at !== undefined) await fillKnown(page, procedure, fee, at, wish);
    else {
      await addLine(page, rows.length + added, wish);
      added += 1;
    }
    await settle(page);
  }
};
