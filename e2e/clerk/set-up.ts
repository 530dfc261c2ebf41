import type { Page } from 'playwright';
import { ready } from './application.ts';
import type { ClerkInput, OfficeInput } from './input.ts';
import { refusal } from './refusal.ts';
import { words } from './words.ts';

/** Four words: what the product asks of a password and a person can keep. */
export const samplePassword = 'bốn từ tiếng việt';

/** A line of the set-up by its dotted name, which is also its id. */
export const line = (page: Page, id: string) => page.locator(`[id="${id}"]`);

/** Presses the step's own button; what the step then marks as wrong is a refusal. */
const goOn = async (page: Page, step: number): Promise<void> => {
  await page.click('button[type=submit]');
  await page.waitForFunction(
    (before) =>
      document.querySelector('[aria-invalid="true"]') !== null ||
      document.querySelectorAll('.set-up-steps [data-done="true"]').length > before ||
      document.documentElement.dataset['ready'] === 'recoveryCode' ||
      document.querySelector('p.fault[role="alert"]') !== null,
    step,
    { timeout: 60_000 },
  );
  const wrong = page.locator('[aria-invalid="true"]').first();
  if ((await wrong.count()) > 0) {
    const id = (await wrong.getAttribute('id')) ?? 'hours';
    const told = await page.locator('.problem').filter({ hasText: /\S/ }).first().textContent();
    throw refusal('invalidInput', id.replace(/^profile\./, 'office.'), told ?? '');
  }
  const failed = page.locator('p.fault[role="alert"]');
  if ((await failed.count()) > 0) throw refusal('invalidInput', 'office', (await failed.textContent()) ?? '');
};

const fillOffice = async (page: Page, office: OfficeInput): Promise<void> => {
  for (const name of ['code', 'superior', 'name', 'province', 'address', 'phone', 'lookupBase'] as const)
    await line(page, `profile.${name}`).fill(office[name] ?? '');
};

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

const fillHours = async (page: Page, hours: NonNullable<OfficeInput['hours']>): Promise<void> => {
  for (const [place, weekday] of weekdays.entries()) {
    const sessions = hours[weekday] ?? [];
    // The table has a morning and an afternoon; a single session that begins after noon is an afternoon.
    const [only] = sessions;
    const isAfternoon = sessions.length === 1 && only !== undefined && Number.parseInt(only.from, 10) >= 12;
    const halves = isAfternoon ? [undefined, only] : [sessions[0], sessions[1]];
    const inputs = page.locator('.hours tbody tr').nth(place).locator('input');
    for (const [half, session] of halves.entries()) {
      await inputs.nth(half * 2).fill(session?.from ?? '');
      await inputs.nth(half * 2 + 1).fill(session?.to ?? '');
    }
  }
};

const fillDesk = async (page: Page, office: OfficeInput): Promise<void> => {
  const lane = office.lane;
  const number = office.desk?.number ?? (typeof lane === 'number' ? lane : 1);
  await line(page, 'desk.number').fill(String(number));
  await line(page, 'desk.name').fill(office.desk?.name ?? '');
  if (office.provinceNumbers === true) await page.locator('input[name="provinceNumbers"]').nth(1).check();
  if (typeof lane === 'object') {
    if ((await line(page, 'lane.from').count()) === 0)
      await page.getByRole('button', { name: words.settings.setUp.desk.laneOwn }).click();
    await line(page, 'lane.from').fill(String(lane.from));
    await line(page, 'lane.to').fill(String(lane.to));
  }
  if (office.hours !== undefined) await fillHours(page, office.hours);
};

const fillClerk = async (page: Page, clerk: ClerkInput, trial: boolean): Promise<void> => {
  await line(page, 'clerk.name').fill(clerk.name);
  await line(page, 'clerk.username').fill(clerk.username);
  const choice = page.locator('input[name="trial"]').nth(trial ? 1 : 0);
  if (await choice.isEnabled()) await choice.check();
  await line(page, 'new-password').fill(clerk.password ?? samplePassword);
  await line(page, 'new-password-again').fill(clerk.password ?? samplePassword);
};

/** The whole first-run set-up up to the recovery code, which is returned; `at` is called on each step once it is filled. */
export const setUp = async (
  page: Page,
  input: { office: OfficeInput; clerk: ClerkInput; trial?: boolean },
  at: (step: 'office' | 'desk' | 'clerk' | 'check') => Promise<void> = () => Promise.resolve(),
): Promise<string> => {
  await ready(page, 'setup');
  await fillOffice(page, input.office);
  await at('office');
  await goOn(page, 0);
  await fillDesk(page, input.office);
  await at('desk');
  await goOn(page, 1);
  await fillClerk(page, input.clerk, input.trial ?? true);
  await at('clerk');
  await goOn(page, 2);
  await at('check');
  await goOn(page, 3);
  await ready(page, 'recoveryCode');
  return (await page.locator('[data-recovery-code]').getAttribute('data-recovery-code')) ?? '';
};

/** Types the last group back, as proof that the code was kept; the counter opens. */
export const keepRecoveryCode = async (page: Page, code: string): Promise<void> => {
  await line(page, 'recovery-last').fill(code.split('-').at(-1) ?? '');
  await page.click('button[type=submit]');
  await ready(page, 'open');
};
