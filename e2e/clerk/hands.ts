import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Milliseconds between two keys of a quick typist: slower than any scanner. */
export const typist = 40;

/** A pair of hands on the keyboard that counts its keys. */
export interface Hands {
  press: (...keys: string[]) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Keys pressed so far: all, and those that carry no data (Enter, arrows, function keys). */
  count: () => { all: number; moves: number };
}

export const handsOn = (page: Page): Hands => {
  let all = 0;
  let moves = 0;
  return {
    press: async (...keys) => {
      for (const key of keys) {
        all += 1;
        moves += 1;
        await page.keyboard.press(key);
      }
    },
    type: async (text) => {
      all += Array.from(text).length;
      await page.keyboard.type(text, { delay: typist });
    },
    count: () => ({ all, moves }),
  };
};

/** Dotted path of the field the cursor stands in; '' when it stands in none. */
export const cursor = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '');

/** Waits until the cursor stands in a field. */
export const expectCursor = async (page: Page, field: string): Promise<void> => {
  await expect.poll(() => cursor(page), { message: `the cursor goes to ${field}` }).toBe(field);
};
