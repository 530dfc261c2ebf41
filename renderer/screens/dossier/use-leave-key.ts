import { useHotkeys } from '@mantine/hooks';
import { isDialogInFront } from '../../focus.ts';

/** Esc leaves the page. An Esc for a dialog over it is the dialog's own, although the dialog may be gone by now. */
export const useLeaveKey = (leave: () => void): void => {
  useHotkeys([
    [
      'Escape',
      ({ target }) => {
        const forDialog = target instanceof Element && target.closest('[role="dialog"]') !== null;
        if (!forDialog && !isDialogInFront()) leave();
      },
    ],
  ]);
};
