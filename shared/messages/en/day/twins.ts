import type { Translation } from '../../translation.ts';
import type { twins as vietnamese } from '../../vi/day/twins.ts';

export const twins: Translation<typeof vietnamese> = {
  title: ({ count }) => `${count} dossiers taken in by two desks`,
  hint: 'The same person and procedure, taken in while two desks could not see each other. Ask which receipt the citizen goes by, then open the other dossier and stop it, with the code of the one that stays as the reason. Both receipts can still be found.',
  open: ({ code }) => `Open ${code}`,
  received: ({ when }) => `received ${when}`,
  pageTitle: 'Another desk took this in too',
  page: ({ code, when }) =>
    `The same person and procedure: ${code}, received ${when}. Keep one; stop the other, with this code as the reason.`,
  pageOpen: 'Open the other',
};
