import type { intake as source } from '../vi/intake.ts';
import type { Translation } from '../translation.ts';

export const intake: Translation<typeof source> = {};
