import { vi } from './vi/index.ts';
import { en } from './en/index.ts';

/** Message catalogues: Vietnamese is the source, English must have the same shape. Values are text or functions of named parameters. */
export type Messages = typeof vi;
export type Language = 'vi' | 'en';

const catalogues: Record<Language, Messages> = { vi, en };

export const messagesIn = (language: Language): Messages => catalogues[language];
