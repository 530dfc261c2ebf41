import { logFailure } from '../log.ts';
import { saveSpareSlots } from '../vault/rescue.ts';
import type { Desk } from './desk.ts';

/** Keeps the spare copy of the sealed slots beside the guard up to date. A spare that cannot be written stops nothing. */
export const spareSlots = (desk: Desk): void => {
  try {
    saveSpareSlots(desk.places.data, desk.places.guard);
  } catch (error) {
    logFailure('spare slots', error);
  }
};

/** The same once the answer is on its way: a machine whose slots break in its first minute has a spare already. */
export const spareSlotsSoon = (desk: Desk): void => {
  setImmediate(() => {
    if (desk.cabinet) spareSlots(desk);
  });
};
