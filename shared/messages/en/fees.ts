import type { fees as source } from '../vi/fees.ts';
import type { Translation } from '../translation.ts';

export const fees: Translation<typeof source> = {};
