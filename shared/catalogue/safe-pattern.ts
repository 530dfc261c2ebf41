/**
 * Patterns come from packs and run on typed text with JavaScript's backtracking engine, so only those are let in that cannot
 * run away: anchored, quantifiers with an upper bound on single characters or classes, few of them, no lookaround, no
 * backreference. With maxLength ≤ 100 the worst case stays far under a second.
 */

export const maxPatternLength = 160;
/** A field with a pattern must not be longer than this. */
export const maxPatternInput = 100;
const maxVariable = 3;
const maxOptional = 6;

/** Inside the anchors: an escape, a class, a plain character, a group mark or an alternation, each with its quantifier. */
const token =
  /(\\[dw.()+\-/,'?*^$|[\]{}\\]|\\p\{(?:L|Lu|Ll|M|N|Nd)\}|\[(?:[^\][\\]|\\[dw.\-\]\\/]|\\p\{(?:L|Lu|Ll|M|N|Nd)\})+\]|\(\?:|[()|]|[^\\()[\]{}*+?|^$])(\{\d{1,3}(?:,\d{0,3})?\}|[?*+])?/uy;

interface Count {
  variable: number;
  optional: number;
}

const countQuantifier = (quantifier: string, part: string, count: Count): boolean => {
  if (part === '(' || part === '(?:' || part === '|') return false;
  if (quantifier === '?') {
    count.optional += 1;
    return true;
  }
  const bounds = /^\{(\d+)(?:,(\d*))?\}$/.exec(quantifier);
  if (!bounds || part === ')' || bounds[2] === '') return false;
  const low = Number(bounds[1]);
  const high = bounds[2] === undefined ? low : Number(bounds[2]);
  if (high < low || high > maxPatternInput) return false;
  if (high !== low) count.variable += 1;
  return true;
};

/** Whether a pattern may run; see above for the rule. */
export const isSafePattern = (pattern: string): boolean => {
  if (pattern.length > maxPatternLength || !pattern.startsWith('^') || !pattern.endsWith('$')) return false;
  const body = pattern.slice(1, -1);
  const count: Count = { variable: 0, optional: 0 };
  token.lastIndex = 0;
  while (token.lastIndex < body.length) {
    const found = token.exec(body);
    if (!found) return false;
    const [, part = '', quantifier] = found;
    if (quantifier !== undefined && !countQuantifier(quantifier, part, count)) return false;
  }
  if (count.variable > maxVariable || count.optional > maxOptional) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
};
