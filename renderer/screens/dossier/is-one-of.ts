/** Whether a value from elsewhere is one of the words we know. */
export const isOneOf = <T extends string>(known: readonly T[], value: unknown): value is T =>
  known.some((word) => word === value);
