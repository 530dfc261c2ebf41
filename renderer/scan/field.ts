/** A text field as it was before the first key of a possible scan. */
export interface FieldMark {
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  value: string;
  start: number;
  end: number;
}

/** Their value is no text: what is written into it breaks the choice it stands for. */
const choices: ReadonlySet<string> = new Set(['radio', 'checkbox', 'button', 'submit']);

/** The field the cursor is in, with its text and selection; null when keys would go nowhere. */
export const markField = (): FieldMark | null => {
  const field = document.activeElement;
  if (field instanceof HTMLSelectElement) return { field, value: field.value, start: 0, end: 0 };
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return null;
  if (choices.has(field.type)) return null;
  const { value } = field;
  // Number and date fields know no selection: what is put back goes to the end.
  return {
    field,
    value,
    start: field.selectionStart ?? value.length,
    end: field.selectionEnd ?? value.length,
  };
};

const prototypeOf = (field: FieldMark['field']): object => {
  if (field instanceof HTMLInputElement) return HTMLInputElement.prototype;
  return field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLSelectElement.prototype;
};

/** React keeps its own copy of a field's value and listens for `input`: set through the prototype, then tell it. */
const setValue = (field: FieldMark['field'], value: string): void => {
  if (field.value === value) return;
  Object.getOwnPropertyDescriptor(prototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (field instanceof HTMLSelectElement) field.dispatchEvent(new Event('change', { bubbles: true }));
};

const select = (field: FieldMark['field'], start: number, end: number): void => {
  if (field instanceof HTMLSelectElement || field.selectionStart === null) return;
  field.setSelectionRange(start, end);
};

/** Puts the field back as it was marked. */
export const restoreField = ({ field, value, start, end }: FieldMark): void => {
  if (!field.isConnected) return;
  setValue(field, value);
  select(field, start, end);
};

/** Writes a text where the cursor stood when the field was marked, as if it had been typed there. */
export const writeIntoField = ({ field, value, start, end }: FieldMark, text: string): void => {
  if (!field.isConnected || field instanceof HTMLSelectElement || field.readOnly || field.disabled) return;
  setValue(field, value.slice(0, start) + text + value.slice(end));
  select(field, start + text.length, start + text.length);
};

/** What was written at the mark since: the field's text without what stood before and behind it. */
export const readSince = ({ field, value, start, end }: FieldMark): string => {
  const behind = value.length - end;
  return field.value.slice(start, field.value.length - behind);
};
