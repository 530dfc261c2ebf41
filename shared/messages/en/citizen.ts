import type { citizen as source } from '../vi/citizen.ts';
import type { Translation } from '../translation.ts';

export const citizen: Translation<typeof source> = {};
