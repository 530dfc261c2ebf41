import type { common as source } from '../vi/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof source> = {};
