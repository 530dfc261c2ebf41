import type { whereIs as source } from '../../vi/day/where-is.ts';
import type { Translation } from '../../translation.ts';

export const whereIs: Translation<typeof source> = {
  title: 'Where is my dossier?',
  label: 'Scan the receipt or card, or type a code, name, phone number',
  hint: 'Scan the receipt or the citizen card; without either, type a code, a name (marks are not needed) or a phone number. What you were doing stays as it is.',
  keys: '↑ ↓ choose · Enter answer · Esc close',
  say: 'Say to the citizen',
  standing: 'Standing',
  open: 'Open the dossier (Enter)',
  another: 'For another dossier scan or type on.',
  lost: 'The receipt of this dossier was reported lost. Check the identity card before you say anything.',
  cardUnreadable: 'The card could not be read. Scan again, or type the identity number.',
  failed: 'The dossier could not be opened',
};
