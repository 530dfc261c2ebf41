import type { print as source } from '../vi/print.ts';
import type { Translation } from '../translation.ts';

export const print: Translation<typeof source> = {};
