import type { Page } from 'playwright';

/** Key codes a wedge's letters come with; other letters (VK_PACKET on Windows) have none. */
const codeOf = (letter: string): string => {
  if (/^[a-z]$/i.test(letter)) return `Key${letter.toUpperCase()}`;
  return /^\d$/.test(letter) ? `Digit${letter}` : '';
};

/**
 * Types a code as a keyboard-wedge scanner does: real key events, `gap` milliseconds apart by the keyboard's own clock, every
 * letter as it is, and Enter at the end (or another end key, or none). `lateHalf`: the machine is busy and brings the second half
 * so many milliseconds late, with the times the keyboard gave it.
 */
export const scan = async (
  page: Page,
  text: string,
  {
    gap = 2,
    end = 'Enter',
    lateHalf = 0,
  }: { gap?: number; end?: 'Enter' | 'Tab' | null; lateHalf?: number } = {},
): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  const keys = [
    ...Array.from(text, (letter) => ({ key: letter, code: codeOf(letter), text: letter })),
    ...(end === null ? [] : [{ key: end, code: end, text: end === 'Enter' ? '\r' : '', ...endKeys[end] }]),
  ];
  // Not one by one: what the window makes of a key must not slow the next, as it would not slow a scanner.
  const sent = keys.map((key, place) => {
    const timestamp = start + (place * gap) / 1000;
    const { key: name, code } = key;
    return () => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: name, code }),
    ];
  });
  const half = lateHalf === 0 ? 0 : Math.floor(sent.length / 2);
  await Promise.all(sent.slice(0, half).flatMap((send) => send()));
  await new Promise((later) => setTimeout(later, lateHalf));
  await Promise.all(sent.slice(half).flatMap((send) => send()));
  await session.detach();
  const next = start * 1000 + keys.length * gap + handToKeys;
  await new Promise((later) => setTimeout(later, Math.max(0, next - Date.now())));
};

/** Milliseconds from the scanner's last key to a hand's first: an Enter that comes sooner is the scanner's own (LATE_END). */
const handToKeys = 350;

const endKeys = { Enter: { windowsVirtualKeyCode: 13 }, Tab: { windowsVirtualKeyCode: 9 } } as const;

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
