/** Tells JSON this software wrote by the keys it must have; the rest of the shape is vouched for by who wrote it: the encrypted database. */
export const withKeys =
  <T extends object>(...keys: (keyof T & string)[]) =>
  (value: unknown): value is T =>
    typeof value === 'object' && value !== null && keys.every((key) => Object.hasOwn(value, key));

/** Parses stored JSON; throws when it is not what the reader came for. */
export const readJson = <T>(text: string, fits: (value: unknown) => value is T): T => {
  const value: unknown = JSON.parse(text);
  if (!fits(value)) throw new Error('stored JSON has another shape');
  return value;
};
