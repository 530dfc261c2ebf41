import { names } from './acts/names.ts';
import { standing } from './acts/standing.ts';

/** The acts after the intake. Their refusals stand among the faults, their conflicts on the dossier's page. */
export const acts = { ...names, standing };
