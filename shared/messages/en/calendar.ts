import type { calendar as source } from '../vi/calendar.ts';
import type { Translation } from '../translation.ts';

export const calendar: Translation<typeof source> = {};
