import type { Page } from '@playwright/test';
import { get } from './bridge.ts';
import { typist } from './hands.ts';
import { goTo } from './session.ts';
import { words } from './words.ts';

export const say = words.certification.screen;

/** The register opened at this desk from number 1, with its signer, by main's own methods: the forms have their own test. */
export const openRegister = async (page: Page): Promise<void> => {
  await get(page, 'certification.open', { volume: 1, next: 1 });
  await get(page, 'certification.setSigner', { name: 'Trần Thị Thí Dụ', title: 'Phó Chủ tịch' });
};

/** Keys pressed one by one and counted, a chord as each of its keys. */
export const keyboard = (page: Page) => {
  let count = 0;
  return {
    count: () => count,
    type: async (text: string): Promise<void> => {
      count += text.normalize('NFD').length;
      await page.keyboard.type(text, { delay: typist });
    },
    press: async (chord: string): Promise<void> => {
      count += chord.split('+').length;
      await page.keyboard.press(chord);
    },
  };
};

/** Counts and goes to the screen by its key. */
export const goToCertification = (page: Page): Promise<void> => goTo(page, 'Shift+F2');
