import type { Session } from 'electron';

/**
 * Denies every permission, on every session, before any window exists; and has Chromium fetch no dictionary, as it does for each session by
 * itself, whatever its windows say of spelling: this PC speaks to its province alone.
 */
export const confineSession = (target: Session): void => {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setSpellCheckerLanguages([]);
  target.setSpellCheckerEnabled(false);
};
