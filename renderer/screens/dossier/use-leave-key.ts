import { useHotkeys } from '@mantine/hooks';

/** Esc leaves the page. An Esc pressed in a dialog over it is the dialog's own, although the dialog may be gone by now. */
export const useLeaveKey = (leave: () => void): void => {
  useHotkeys([
    [
      'Escape',
      ({ target }) => {
        if (!(target instanceof Element) || target.closest('[role="dialog"]') === null) leave();
      },
    ],
  ]);
};
