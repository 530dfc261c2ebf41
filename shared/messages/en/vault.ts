import type { vault as source } from '../vi/vault.ts';
import type { Translation } from '../translation.ts';

export const vault: Translation<typeof source> = {};
