import { notifications, notificationsStore } from '@mantine/notifications';
import { onOtherClerk } from '../desk-store.ts';
import { wordsNow } from '../words.ts';

export type ToastTone = 'good' | 'fault' | 'plain';

const colors: Record<ToastTone, string> = { good: 'moss', fault: 'brick', plain: 'pine' };

/** How long a toast stays, milliseconds: a fault until it is closed, since it says what to do. */
const stays: Record<ToastTone, number | false> = { good: 6000, fault: false, plain: 4000 };

/** Says something in the corner without taking the cursor. The same `id` replaces what was said before under it. */
export const toast = (tone: ToastTone, message: string, id?: string): void => {
  const said = {
    message,
    color: colors[tone],
    autoClose: stays[tone],
    withBorder: true,
    role: tone === 'fault' ? 'alert' : 'status',
    closeButtonProps: { 'aria-label': wordsNow().common.acts.close },
  };
  const shown = notificationsStore.getState().notifications.some((one) => one.id === id);
  if (id !== undefined && shown) notifications.update({ ...said, id });
  else notifications.show(id === undefined ? said : { ...said, id });
};

/** Closes the fault said last, which stays until somebody does; false when there is none. */
export const closeFault = (): boolean => {
  const last = notificationsStore.getState().notifications.findLast(({ role }) => role === 'alert');
  if (last?.id === undefined) return false;
  notifications.hide(last.id);
  return true;
};

// What the clerk before was told may name her citizens, and asks for what only she knows of.
onOtherClerk(() => {
  notifications.cleanQueue();
  notifications.clean();
});
