import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerDialogs } from './clerk/application.ts';
import { get } from './clerk/bridge.ts';
import { expectCursor } from './clerk/hands.ts';
import { outcomeLine } from './clerk/intake.ts';
import { goTo } from './clerk/session.ts';
import { words } from './clerk/words.ts';
import { expect, test } from './counter.ts';

/** Packs and procedures that must not come into force. */

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/packs/${name}`, import.meta.url));

test('a pack that is unsigned, untrusted, altered or no pack at all leaves the old one', async ({
  kept,
  scratch,
}) => {
  const { page } = kept;
  const before = await get(page, 'catalogue.info', {});
  const made = (name: string, text: string): string => {
    const file = join(scratch, name);
    writeFileSync(file, text);
    return file;
  };
  const signed = readFileSync(fixture('signed.pack.json'), 'utf8');
  const say = words.faults;
  const packs: readonly [what: string, file: string, told: string[]][] = [
    ['unsigned', fixture('unsigned.json'), [say.faults.packUnsigned, say.faults.packMalformed]],
    ['not JSON', made('a.json', '<html>'), [say.faults.packMalformed]],
    [
      'another JSON',
      made('b.json', '{"kind": "recipe"}'),
      [say.faults.packMalformed, say.faults.packUnsigned],
    ],
    ['empty', made('c.json', ''), [say.faults.packMalformed]],
    [
      'altered after signing',
      made('d.json', signed.replace('9.000001', '9.000002')),
      [say.faults.packUntrusted, say.faults.packMalformed],
    ],
    ['gone', join(scratch, 'nothing.json'), [say.faults.fileUnreadable]],
  ];
  await goTo(page, 'F10');
  await page.getByText(words.settings.sections.catalogue, { exact: true }).first().click();
  const load = page.getByRole('button', { name: words.settings.catalogue.import });
  for (const [what, file, told] of packs)
    await test.step(what, async () => {
      await answerDialogs(kept, { open: [file] });
      await load.click();
      const sheet = page.locator('main').filter({ has: load });
      await expect
        .soft(
          told
            .map((text) => sheet.getByText(text))
            .reduce((one, other) => one.or(other))
            .first(),
          what,
        )
        .toBeVisible();
      expect.soft(await get(page, 'catalogue.info', {}), what).toEqual(before);
    });
  // A dialog that is closed is no fault.
  await answerDialogs(kept, { open: null });
  await load.click();
  await expect(load).toBeEnabled();
  expect(await get(page, 'catalogue.info', {})).toEqual(before);
});

test('a procedure the catalogue does not have is not found, nor accepted from an older draft', async ({
  kept,
}) => {
  const { page } = kept;
  const before = (await get(page, 'workingSet.get', {})).rows.length;
  await goTo(page, 'F2');
  const box = page.locator('[data-field="procedure"]');
  await box.fill('9.999999');
  await expect(page.getByText(words.intake.procedure.nothing)).toBeVisible();
  await box.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('[data-field="submitter.name"]').fill('Nguyễn Văn Mẫu');
  await page.getByRole('button', { name: words.intake.park }).click();
  await expect.poll(async () => (await get(page, 'intake.drafts', {})).length).toBe(1);
  const [draft] = await get(page, 'intake.drafts', {});
  const { form } = await get(page, 'intake.openDraft', { id: draft!.id });
  // As if a newer catalogue had dropped what the draft was begun under.
  await get(page, 'intake.saveDraft', { id: draft!.id, form: { ...form, procedure: '9.999999' } });
  await page.getByRole('button', { name: words.intake.drafts.offer({ count: 1 }) }).click();
  await page.getByRole('button', { name: `${words.intake.drafts.resume}: Nguyễn Văn Mẫu` }).click();
  await expect(page.getByText(words.faults.faults.unknownProcedure).first()).toBeVisible();
  await expect(page.locator('[data-field="submitter.name"]')).toHaveValue('Nguyễn Văn Mẫu');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-section] [aria-invalid="true"]').first()).toBeVisible();
  await expect(outcomeLine(page)).toHaveCount(0);
  expect((await get(page, 'workingSet.get', {})).rows).toHaveLength(before);
  await expectCursor(page, 'submitter.idNumber');
});
