/** A step that did not answer in time. */
export class Overdue extends Error {
  override readonly name = 'Overdue';
}

/** The answer of `work`, or Overdue after `ms` milliseconds; the work itself cannot be called back. */
export const within = <T>(ms: number, what: string, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Overdue(`${what} did not answer in ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Runs works one after another, each whatever became of the one before. */
export const oneAtATime = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
};
