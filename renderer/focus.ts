/** Takes the cursor to the first field that needs mending, once it is marked. */
export const focusFirstInvalid = (within: ParentNode = document): void => {
  window.setTimeout(() => within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};
