import type { today as source } from '../vi/today.ts';
import type { Translation } from '../translation.ts';

export const today: Translation<typeof source> = {};
