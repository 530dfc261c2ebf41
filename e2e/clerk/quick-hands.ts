import type { Counter } from './application.ts';
import { typist } from './hands.ts';

/** Milliseconds between two keys of a scanner. */
const scanner = 2;
/** Milliseconds from a scanner's last key to a hand's first: an Enter that comes sooner is the scanner's own (LATE_END). */
const fromScanner = 350;

/** What hands do at a keyboard: a text typed, a card or receipt scanned, a key pressed ("Enter", "Alt+t", "Control+Enter"). */
export type Stroke = { type: string } | { scan: string } | { press: string };

/** Sends the strokes in one go; resolves when the window has taken the last of them. */
export type QuickHands = (...strokes: readonly Stroke[]) => Promise<void>;

interface Key {
  key: string;
  code: string;
  text: string;
  windowsVirtualKeyCode: number;
  modifiers: number;
}

const modifierBits: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Shift: 8 };
const shortcutBits = 1 | 2;

/** Keys without a letter, by the numbers Windows gave them. */
const named: Readonly<Record<string, number>> = {
  Tab: 9,
  Enter: 13,
  Escape: 27,
  Space: 32,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
};

/** A letter as a Latin keyboard has it; others (an input method's, a scanner's VK_PACKET) come without a key of their own. */
const letterKey = (letter: string, modifiers = 0): Key => {
  const isLatin = /^[a-z]$/i.test(letter);
  const isDigit = /^\d$/.test(letter);
  return {
    key: letter,
    code: isLatin ? `Key${letter.toUpperCase()}` : isDigit ? `Digit${letter}` : '',
    text: (modifiers & shortcutBits) === 0 ? letter : '',
    windowsVirtualKeyCode: isLatin || isDigit ? letter.toUpperCase().charCodeAt(0) : 0,
    modifiers,
  };
};

const pressed = (press: string): Key => {
  const parts = press.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.reduce((bits, one) => bits | (modifierBits[one] ?? 0), 0);
  const functionKey = /^F(\d+)$/.exec(key)?.[1];
  const number = functionKey === undefined ? named[key] : 111 + Number(functionKey);
  if (number === undefined) return letterKey(key, modifiers);
  const text = { Enter: '\r', Space: ' ' }[key] ?? '';
  return {
    key: key === 'Space' ? ' ' : key,
    code: key,
    text: (modifiers & shortcutBits) === 0 ? text : '',
    windowsVirtualKeyCode: number,
    modifiers,
  };
};

/**
 * Hands whose keys reach the window at once, as real key events, each with the time a keyboard would have given it: a typist's so many
 * milliseconds apart, a scanner's so many. It is the keyboard's clock by which the window tells them apart, so nobody waits for a hand.
 */
export const quickHandsOn = ({ app }: Counter): QuickHands => {
  /** The keyboard's clock, in milliseconds. */
  let clock = 0;
  return async (...strokes) => {
    clock = Math.max(clock, Date.now());
    const keys = (all: readonly Key[], gap: number) =>
      all.map((key) => ({ key, timestamp: (clock += gap) / 1000 }));
    const sent = strokes.flatMap((stroke) => {
      if ('press' in stroke) return keys([pressed(stroke.press)], typist);
      if ('type' in stroke)
        return keys(
          Array.from(stroke.type, (letter) => letterKey(letter)),
          typist,
        );
      clock += fromScanner;
      const burst = keys(
        [...Array.from(stroke.scan, (letter) => letterKey(letter)), pressed('Enter')],
        scanner,
      );
      clock += fromScanner;
      return burst;
    });
    // One call for all of them: a call for each takes longer than what the window makes of the key.
    await app.evaluate(async ({ BrowserWindow }, all) => {
      const front = BrowserWindow.getAllWindows().find((window) => window.isVisible());
      if (!front) throw new Error('no window is in front');
      const { debugger: bus } = front.webContents;
      if (!bus.isAttached()) bus.attach();
      const press = (type: 'keyDown' | 'keyUp', timestamp: number, { text, ...key }: Key) =>
        bus.sendCommand('Input.dispatchKeyEvent', {
          type,
          timestamp,
          ...key,
          ...(type === 'keyDown' && text !== '' ? { text } : {}),
        });
      await Promise.all(
        all.flatMap(({ key, timestamp }) => [
          press('keyDown', timestamp, key),
          press('keyUp', timestamp, key),
        ]),
      );
    }, sent);
  };
};
