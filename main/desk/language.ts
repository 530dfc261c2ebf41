import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import type { Language } from '../../shared/messages/index.ts';
import { writeDurably } from '../vault/durable-file.ts';

const shape = z.object({ language: z.enum(['vi', 'en']) });

/** The language of the screens before anybody has signed in; Vietnamese when nothing else was chosen. */
export const readLanguage = (file: string): Language => {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8'))).language;
  } catch {
    return 'vi';
  }
};

export const saveLanguage = (file: string, language: Language): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeDurably(file, Buffer.from(JSON.stringify({ language })));
};
