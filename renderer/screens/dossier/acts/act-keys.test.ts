import { expect, test } from 'vitest';
import { actKinds } from '../../../../shared/dossier/acts/guards.ts';
import { actLetters, menuLetter } from './act-keys.ts';

test('every act has a letter of its own, and the menu another', () => {
  const letters = [...actKinds.map((kind) => actLetters[kind]), menuLetter];
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters.every((letter) => /^[A-Z]$/.test(letter))).toBe(true);
});
