/** The shape a translation must have: same keys, text for text, function for function with the same parameters. */
export type Translation<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (params: infer P) => string
      ? (params: P) => string
      : Translation<T[K]>;
};
