import type { faults as source } from '../vi/faults.ts';
import type { Translation } from '../translation.ts';

export const faults: Translation<typeof source> = {};
