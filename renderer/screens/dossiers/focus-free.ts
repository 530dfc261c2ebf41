/** Whether the keyboard stands nowhere: on the page itself, or on something of a screen that has just been put away. */
export const isFocusFree = (): boolean => {
  const here = document.activeElement;
  return here === null || here === document.body || !here.checkVisibility();
};
