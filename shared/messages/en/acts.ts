import type { acts as source } from '../vi/acts.ts';
import type { Translation } from '../translation.ts';
import { names } from './acts/names.ts';
import { standing } from './acts/standing.ts';

export const acts: Translation<typeof source> = { ...names, standing };
