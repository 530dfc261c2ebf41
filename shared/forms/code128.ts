/**
 * Code 128 (ISO/IEC 15417), sets B and C: printable ASCII, digits two by two. Written out because it is a table and a sum: a
 * barcode package costs a receipt two milliseconds and the bundle a megabyte.
 */

/** Widths of the bars and spaces of each value, 0 to 106; the last is the stop. Every symbol is 11 modules, the stop 13. */
const symbols = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
)
  .split(' ')
  .map((widths) => Array.from(widths, Number));

const START_B = 104;
const START_C = 105;
const TO_C = 99;
const TO_B = 100;
const STOP = 106;

/** Set C saves room from four digits at an end of the text and from six within it. */
const digitsWorthC = (text: string, at: number): number => {
  const run = /^\d*/.exec(text.slice(at))?.[0].length ?? 0;
  const atEnd = at === 0 || at + run === text.length;
  return run >= (atEnd ? 4 : 6) ? run - (run % 2) : 0;
};

const valuesOf = (text: string): number[] => {
  const values: number[] = [];
  let set: 'B' | 'C' | null = null;
  let at = 0;
  while (at < text.length) {
    const digits = digitsWorthC(text, at);
    if (digits > 0) {
      values.push(set === null ? START_C : TO_C);
      set = 'C';
      for (const end = at + digits; at < end; at += 2) values.push(Number(text.slice(at, at + 2)));
    } else {
      if (set !== 'B') values.push(set === null ? START_B : TO_B);
      set = 'B';
      values.push(text.charCodeAt(at) - 32);
      at += 1;
    }
  }
  return values;
};

/** Whether Code 128 can hold the text: printable ASCII, at least one character. */
export const isCode128Text = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

/**
 * Widths in modules, bar and space in turn, beginning and ending with a bar; without the quiet zones (10 modules each side).
 * Throws RangeError on a text it cannot hold.
 */
export const code128Widths = (text: string): number[] => {
  if (!isCode128Text(text)) throw new RangeError('Code 128 holds printable ASCII only');
  const values = valuesOf(text);
  const sum = values.reduce((total, value, place) => total + value * Math.max(place, 1), 0);
  return [...values, sum % 103, STOP].flatMap((value) => symbols[value] ?? []);
};
