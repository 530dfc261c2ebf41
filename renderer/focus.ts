/** Takes the cursor to the first field that needs mending, once it is marked; one that has it already is brought into view. */
export const focusFirstInvalid = (within: ParentNode = document): void => {
  window.setTimeout(() => {
    const field = within.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  });
};

/** Screens kept in the background may hold dialogs of their own. */
const dialogsInFront = (): Element[] =>
  [...document.querySelectorAll('[role="dialog"]')].filter((dialog) => dialog.checkVisibility());

export const isDialogInFront = (): boolean => dialogsInFront().length > 0;

/** A dialog that holds nothing she typed, or nothing to be kept, says so of itself: `data-holds-nothing`. */
export const isFormInFront = (): boolean =>
  dialogsInFront().some((dialog) => !dialog.matches('[data-holds-nothing], :has([data-holds-nothing])'));
