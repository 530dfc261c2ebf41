/**
 * Tells a keyboard-wedge scanner from a typist. Pure: keys with their times in, a verdict for each out; `scan.ts` does the rest.
 *
 * A scanner sends a whole code with a few milliseconds between keys and ends it by Enter, Tab or silence. A fast typist
 * (120 words a minute, 100 ms a key) rolls two or three keys together now and then, never six.
 */

/** Longest time between two keys of one scan, milliseconds; slow wedges and remote desktops need up to 30. */
export const LONGEST_GAP = 35;
/** A busy window may get the first keys of a scan late: so long apart, milliseconds, and so often, they still belong to it. */
export const LATE_GAP = 120;
export const LATE_KEYS = 2;
/** Keys in a row that quick which no hand makes. */
export const FEWEST_KEYS = 6;
/** Silence after which a scan without an end key is over, milliseconds. */
export const SILENCE = 150;
/** An end key that comes late is still the scanner's, milliseconds after the last character. */
export const LATE_END = 300;
/** More than any card or receipt holds: an object on the keyboard. */
export const LONGEST_SCAN = 4096;

export type BurstKey =
  | { kind: 'character'; text: string; at: number }
  /** Backspace: an input method correcting what the scanner typed. */
  | { kind: 'erase'; at: number }
  | { kind: 'end'; at: number }
  /** Shift and other modifiers, dead keys: neither text nor a reason to stop. */
  | { kind: 'neutral'; at: number }
  /** A key the input method swallowed: its text goes to the field behind our back. */
  | { kind: 'composed'; at: number }
  /** Arrows, function keys, shortcuts, a held key: the hand of a person. */
  | { kind: 'other'; at: number };

export interface Burst {
  phase: 'idle' | 'candidate' | 'caught' | 'silent' | 'justEnded';
  text: string;
  /** Quick keys in a row so far. */
  keys: number;
  /** Where in `text` it may begin: at 0, or behind a longer gap, if what stands before was typed by hand after all. */
  starts: readonly number[];
  /** Time of the last key that counted. */
  last: number;
  /** Some keys went through an input method: the field's own text is the scan. */
  composed: boolean;
}

export const noBurst: Burst = {
  phase: 'idle',
  text: '',
  keys: 0,
  starts: [0],
  last: -Infinity,
  composed: false,
};

/**
 * What to do with a key: `pass` it on; remember the field as it is (`start`: this key may begin a scan, `orHere`: or this one) and pass it on; `caught`: it is a
 * scan, put the field back and keep this key; `keep` it from everybody; `finish`: keep it and publish.
 */
export type Verdict = 'pass' | 'start' | 'orHere' | 'caught' | 'keep' | 'finish';

const begin = (key: BurstKey): [Burst, Verdict] => {
  if (key.kind === 'character')
    return [
      { phase: 'candidate', text: key.text, keys: 1, starts: [0], last: key.at, composed: false },
      'start',
    ];
  if (key.kind === 'composed')
    return [{ phase: 'candidate', text: '', keys: 1, starts: [0], last: key.at, composed: true }, 'start'];
  return [noBurst, 'pass'];
};

const grow = (burst: Burst, key: BurstKey): Burst => ({
  ...burst,
  keys: burst.keys + 1,
  last: key.at,
  composed: burst.composed || key.kind === 'composed',
  text:
    key.kind === 'character'
      ? burst.text + key.text
      : key.kind === 'erase'
        ? Array.from(burst.text).slice(0, -1).join('')
        : burst.text,
});

const whileCandidate = (burst: Burst, key: BurstKey): [Burst, Verdict] => {
  if (key.kind === 'neutral') return [burst, 'pass'];
  if (key.kind === 'other' || key.kind === 'end') return [noBurst, 'pass'];
  const gap = key.at - burst.last;
  if (gap > LATE_GAP || (gap > LONGEST_GAP && burst.starts.length > LATE_KEYS)) return begin(key);
  const next = grow(burst, key);
  if (gap > LONGEST_GAP)
    return [{ ...next, keys: 1, starts: [...burst.starts, burst.text.length] }, 'orHere'];
  return next.keys < FEWEST_KEYS ? [next, 'pass'] : [{ ...next, phase: 'caught' }, 'caught'];
};

const whileCaught = (burst: Burst, key: BurstKey): [Burst, Verdict] => {
  if (key.at - burst.last > SILENCE) return begin(key);
  if (key.kind === 'end') return [{ ...burst, phase: 'justEnded', last: key.at }, 'finish'];
  // Control codes between fields (GS, LF) arrive as shortcuts; they must not reach the window.
  if (key.kind === 'neutral' || key.kind === 'other') return [burst, 'keep'];
  const next = grow(burst, key);
  return [next.text.length > LONGEST_SCAN ? { ...noBurst, phase: 'justEnded', last: key.at } : next, 'keep'];
};

/**
 * The window saw a silence, but the keyboard's clock says there was none: a busy machine brought the rest late. It is the same scan, to be
 * published anew and whole; an input method's text is in the field already and is left as it was taken.
 */
const whileSilent = (burst: Burst, key: BurstKey): [Burst, Verdict] => {
  const isRest = key.kind === 'character' && key.at - burst.last <= SILENCE && !burst.composed;
  return isRest ? [{ ...grow(burst, key), phase: 'caught' }, 'caught'] : whileJustEnded(burst, key);
};

/** Some wedges end by both Enter and Tab, or after the silence that already ended the scan. */
const whileJustEnded = (burst: Burst, key: BurstKey): [Burst, Verdict] => {
  if (key.at - burst.last > LATE_END) return begin(key);
  if (key.kind === 'end') return [{ ...burst, last: key.at }, 'keep'];
  if (key.kind === 'neutral') return [burst, 'pass'];
  return begin(key);
};

/** One key: the next state and what to do with the key. Times are milliseconds of one clock and never go back. */
export const stepBurst = (burst: Burst, key: BurstKey): [Burst, Verdict] => {
  switch (burst.phase) {
    case 'idle':
      return begin(key);
    case 'candidate':
      return whileCandidate(burst, key);
    case 'caught':
      return whileCaught(burst, key);
    case 'silent':
      return whileSilent(burst, key);
    case 'justEnded':
      return whileJustEnded(burst, key);
  }
};

/** The scan ended by silence: the caller's timer has fired. */
export const endBySilence = (burst: Burst): Burst => ({ ...burst, phase: 'silent' });
