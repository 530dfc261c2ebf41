import { expect, it } from 'vitest';
import { notificationsStore } from '@mantine/notifications';
import { closeFault, toast } from './toast.ts';

it('closes faults one by one, the last first, and leaves what goes by itself', () => {
  const said = () => notificationsStore.getState().notifications.map(({ message }) => message);
  toast('fault', 'Chưa in được.', 'print');
  toast('good', 'Đã ghi.');
  toast('fault', 'Chưa gọi được.', 'call');
  expect(closeFault()).toBe(true);
  expect(said()).toEqual(['Chưa in được.', 'Đã ghi.']);
  expect(closeFault()).toBe(true);
  expect(closeFault()).toBe(false);
  expect(said()).toEqual(['Đã ghi.']);
});
