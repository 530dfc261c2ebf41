/** Takes the cursor to the first field that needs mending, once it is marked. */
export const focusFirstInvalid = (within: ParentNode = document): void => {
  window.setTimeout(() => within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};

/** Screens kept in the background may hold dialogs of their own. */
export const isDialogInFront = (): boolean =>
  [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.checkVisibility());
