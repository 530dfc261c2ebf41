import type { dossiers as source } from '../vi/dossiers.ts';
import type { Translation } from '../translation.ts';

export const dossiers: Translation<typeof source> = {};
