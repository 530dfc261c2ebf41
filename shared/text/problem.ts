/** Values a message names: a position, a limit, a found text. JSON-safe, so a problem can cross IPC and be kept. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** Something to mend in one field. `code` is a key of the area's messages; `field` a dotted path into the form. */
export interface Problem<Code extends string = string> {
  field: string;
  code: Code;
  params: MessageParams;
}

/** A message is plain text or a function of the parameters it names. */
export type MessageText = string | ((params: MessageParams) => string);

export const sayMessage = (text: MessageText, params: MessageParams = {}): string =>
  typeof text === 'string' ? text : text(params);
