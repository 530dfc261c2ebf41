import { messagesIn } from '../../shared/messages/index.ts';
import type { Messages } from '../../shared/messages/index.ts';

/** What the window says in Vietnamese: buttons are found by what a clerk reads on them. */
export const words: Messages = messagesIn('vi');

/** The same in English. */
export const englishWords: Messages = messagesIn('en');
