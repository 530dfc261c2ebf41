import type { acts as source } from '../vi/acts.ts';
import type { Translation } from '../translation.ts';
import { facts } from './acts/facts.ts';
import { forms } from './acts/forms.ts';
import { names } from './acts/names.ts';
import { standing } from './acts/standing.ts';
import { told, toldParts } from './acts/told.ts';

export const acts: Translation<typeof source> = { ...names, standing, facts, forms, told, toldParts };
