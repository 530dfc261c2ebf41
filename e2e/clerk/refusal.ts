/** The product would not take what the clerk gave it: its own code, the field it named, and the words on the screen. */
export interface Refusal extends Error {
  code: string;
  field: string;
}

export const refusal = (code: string, field: string, message: string): Refusal =>
  Object.assign(new Error(message), { name: `${code} at ${field}`, code, field });

export const isRefusal = (fault: unknown): fault is Refusal =>
  fault instanceof Error && 'code' in fault && 'field' in fault;
