import type { Page } from 'playwright';

/** Key codes a wedge's letters come with; other letters (VK_PACKET on Windows) have none. */
const codeOf = (letter: string): string => {
  if (/^[a-z]$/i.test(letter)) return `Key${letter.toUpperCase()}`;
  return /^\d$/.test(letter) ? `Digit${letter}` : '';
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Types a code as a keyboard-wedge scanner does: real key events, about `gap` milliseconds apart, every letter as it is, and
 * Enter at the end (or another end key, or none).
 */
export const scan = async (
  page: Page,
  text: string,
  { gap = 2, end = 'Enter' }: { gap?: number; end?: 'Enter' | 'Tab' | null } = {},
): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const sent: Promise<unknown>[] = [];
  for (const letter of text) {
    const key = { key: letter, code: codeOf(letter) };
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...key }));
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }));
    await wait(gap);
  }
  await Promise.all(sent);
  await session.detach();
  if (end !== null) await page.keyboard.press(end);
};

/** The text a card of these lines holds. */
export const cardText = (person: {
  number: string;
  old?: string;
  name: string;
  born: string;
  sex: string;
  address: string;
  issued: string;
}): string =>
  [person.number, person.old ?? '', person.name, person.born, person.sex, person.address, person.issued].join(
    '|',
  );
