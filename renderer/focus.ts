/** Takes the cursor to the first field that needs mending, once it is marked. */
export const focusFirstInvalid = (within: ParentNode = document): void => {
  window.setTimeout(() => within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};

/** Screens kept in the background may hold dialogs of their own. */
const dialogsInFront = (): Element[] =>
  [...document.querySelectorAll('[role="dialog"]')].filter((dialog) => dialog.checkVisibility());

export const isDialogInFront = (): boolean => dialogsInFront().length > 0;

/** A dialog that only asks, with nothing in it that she typed, says so of itself: `data-asks-only`. */
export const isFormInFront = (): boolean =>
  dialogsInFront().some((dialog) => dialog.querySelector('[data-asks-only]') === null);
