import type { Locator, Page } from 'playwright';

/** Section of the intake page that holds a field, by the head of its dotted path. */
const sectionOf = (path: string): string => {
  const head = path.split('.')[0] ?? '';
  if (head === 'procedure' || head === 'case') return 'procedure';
  if (head === 'components' || head === 'sets') return 'components';
  if (head === 'answers' || head === 'fees') return head;
  return head === 'delivery' || head === 'note' ? 'delivery' : 'people';
};

/** A section of the intake page. */
export const section = (page: Page, name: string): Locator => page.locator(`[data-section="${name}"]`);

/** Unfolds a section that is complete and so stands as one line. */
export const unfold = async (page: Page, name: string): Promise<void> => {
  const button = page.locator(`[data-unfold="${name}"]`);
  if ((await button.count()) > 0) await button.click();
};

/** A field of the intake page by its dotted path, its section unfolded; the locator may still be empty. */
export const field = async (page: Page, path: string): Promise<Locator> => {
  const found = page.locator(`[data-field="${path}"]`);
  if ((await found.count()) === 0) await unfold(page, sectionOf(path));
  return found;
};

/** Puts a text into a field as one paste-like input, leaving what a scanner would be taken for to `scanner.ts`. */
export const fill = async (page: Page, path: string, text: string): Promise<void> => {
  const target = await field(page, path);
  await target.fill(text);
};

/** '2026-11-02' as a clerk types it; anything that is no such date goes in as it stands, for the product to judge. */
export const typedDate = (text: string): string => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found ? `${found[3] ?? ''}/${found[2] ?? ''}/${found[1] ?? ''}` : text;
};

/** Fields the page now marks as wrong, in the order of the page, each with the words beside it. */
export const wrongFields = (page: Page): Promise<{ field: string; told: string }[]> =>
  page.evaluate(() => {
    const marks = document.querySelectorAll<HTMLElement>('[data-section] [aria-invalid="true"][data-field]');
    return [...marks].map((mark) => {
      const by = mark.getAttribute('aria-describedby')?.split(' ') ?? [];
      const told = by
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .filter((text) => text !== '');
      const near =
        mark.closest('tr, [role="group"]')?.querySelector('[class*="cellError"]')?.textContent ?? '';
      return { field: mark.dataset['field'] ?? '', told: told.at(-1) ?? near };
    });
  });
