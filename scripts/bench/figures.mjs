// @ts-check

/** @param {number} value @returns {number} */
export const round = (value) => Number(value.toPrecision(4));

/** @param {readonly number[]} list @param {number} share @returns {number} */
export const quantile = (list, share) => {
  const sorted = [...list].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
};

/** @param {readonly number[]} list */
export const median = (list) => quantile(list, 0.5);

/** One result, one line of JSON. @param {object} result */
export const emit = (result) => console.log(JSON.stringify(result));
