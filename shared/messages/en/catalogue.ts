import type { catalogue as source } from '../vi/catalogue.ts';
import type { Translation } from '../translation.ts';

export const catalogue: Translation<typeof source> = {};
