import type { search as source } from '../../vi/dossiers/search.ts';
import type { Translation } from '../../translation.ts';

export const search: Translation<typeof source> = {
  label: 'Find a dossier',
  placeholder: 'Scan a receipt, type a code, name, phone or ID number',
  clear: 'Clear the search',
  results: 'Dossiers found',
  taken: {
    receipt: 'Read as a scanned receipt',
    code: 'Read as a dossier code',
    number: 'Read as a phone or ID number',
    words: 'Read as a name (marks not needed)',
  },
  count: (params) =>
    params.count === 0 ? 'no dossier' : params.count === 1 ? '1 dossier' : `${params.count} dossiers`,
  newest: (params) => `the newest ${params.count}, type more to narrow down`,
  keys: '↑ ↓ choose · Enter opens · Esc clears',
  forgedTitle: 'The look-up code on this paper does not fit',
  forged:
    'The scanned paper does not match the dossier kept here: it may have been altered or copied out. The dossier itself is intact. Do not take or hand over anything on this paper: check the identity of the person holding it first.',
  nothing: {
    receipt:
      'This machine has no dossier for the scanned receipt; another counter may have issued it. Type the owner’s name to look further.',
    code: 'No dossier has this code. Check every digit on the receipt, or type the owner’s name.',
    number: 'No dossier has this number. Check every digit, or type the owner’s name.',
    words: 'No dossier has this name. Type fewer letters, or type a phone or ID number.',
  },
  failed: 'The search did not work',
};
