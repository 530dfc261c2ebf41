import { facts } from './acts/facts.ts';
import { forms } from './acts/forms.ts';
import { names } from './acts/names.ts';
import { standing } from './acts/standing.ts';
import { told, toldParts } from './acts/told.ts';

/** The acts after the intake. Their refusals stand among the faults, their conflicts on the dossier's page. */
export const acts = { ...names, standing, facts, forms, told, toldParts };
