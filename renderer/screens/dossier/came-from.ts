import { go, onOtherClerk, useDesk } from '../../desk-store.ts';
import type { ScreenName } from '../../desk-store.ts';

let before: Exclude<ScreenName, 'dossier'> = 'dossiers';

// A dossier is opened from search, lists and today alike: Esc brings her back to where she was working.
useDesk.subscribe((now, last) => {
  if (now.screen === 'dossier' && last.screen !== 'dossier') before = last.screen;
});

onOtherClerk(() => {
  before = 'dossiers';
});

/** Back from a dossier to the screen it was opened on, as it was left: the draft in intake, the procedure in the catalogue. */
export const goBack = (): void => {
  const { params } = useDesk.getState();
  switch (before) {
    case 'intake':
      go('intake', params.intake);
      return;
    case 'catalogue':
      go('catalogue', params.catalogue);
      return;
    case 'settings':
      go('settings', params.settings);
      return;
    case 'books':
    case 'certification':
    case 'dossiers':
    case 'ready':
    case 'seals':
    case 'signing':
    case 'today':
    case 'transfers':
      // Without its parameters the list keeps the filter and place it was left with.
      go(before, {});
  }
};
