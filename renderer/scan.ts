import { useEffect, useRef } from 'react';
import { SILENCE, endBySilence, noBurst, stepBurst } from './scan/burst.ts';
import type { BurstKey, Verdict } from './scan/burst.ts';
import { markField, readSince, restoreField, writeIntoField } from './scan/field.ts';
import type { FieldMark } from './scan/field.ts';
import { readScan } from './scan/kind.ts';
import type { ScanKind } from './scan/kind.ts';

export type { ScanKind } from './scan/kind.ts';

export interface Scan {
  text: string;
  kind: ScanKind;
}

/** Returns true when it has taken the scan; false leaves it to the screen below. */
export type ScanHandler = (scan: Scan) => boolean;

/** Screens that want scans, the one in front last. */
const handlers: { current: ScanHandler }[] = [];

/** Gives this screen or dialog every scan, wherever the cursor is, as long as it is in front. */
export const useScan = (handler: ScanHandler): void => {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    handlers.push(latest);
    return () => {
      handlers.splice(handlers.indexOf(latest), 1);
    };
  }, []);
};

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Dead',
  'Unidentified',
]);

const readKey = (event: KeyboardEvent): BurstKey => {
  const at = event.timeStamp;
  if (event.isComposing || event.key === 'Process') return { kind: 'composed', at };
  if (modifiers.has(event.key)) return { kind: 'neutral', at };
  if (event.repeat || event.metaKey) return { kind: 'other', at };
  const shortcut = (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph');
  // Ctrl+J and Ctrl+M are line feed and carriage return: how some wedges end a scan. Alone they pass as an end key does.
  if (shortcut) return { kind: event.ctrlKey && /^[jm]$/i.test(event.key) ? 'end' : 'other', at };
  if (event.key === 'Enter' || event.key === 'Tab') return { kind: 'end', at };
  if (event.key === 'Backspace') return { kind: 'erase', at };
  return Array.from(event.key).length === 1
    ? { kind: 'character', text: event.key, at }
    : { kind: 'other', at };
};

/**
 * Listens for scans in this window until the returned function is called. `unclaimed` gets what no screen took; a text it leaves
 * too is written where the cursor stood, as any barcode scanned into a field would be.
 */
export const startScanner = (unclaimed: ScanHandler): (() => void) => {
  let burst = noBurst;
  /** The field as it was at each of `burst.starts`, until the next scan begins; empty when the cursor was in none. */
  let marks: FieldMark[] = [];
  /** An input method is at work: the rest must land in the field to be read from it. */
  let landing = false;
  let timer: number | undefined;
  /** The key whose `keypress` is already counted; another's came without a keydown we could read (VK_PACKET). */
  let counted: string | null = null;

  const markHere = () => {
    const mark = markField();
    if (mark !== null) marks.push(mark);
  };

  const publish = () => {
    window.clearTimeout(timer);
    const last = marks.at(-1);
    const { start, ...scan } =
      landing && last !== undefined ? readScan(readSince(last), [0]) : readScan(burst.text, burst.starts);
    const into = landing ? last : (marks[start] ?? last);
    if (into !== undefined) restoreField(into);
    landing = false;
    if (scan.text === '') return;
    const screens = [...handlers].reverse();
    if (screens.some((handler) => handler.current(scan)) || unclaimed(scan)) return;
    if (into !== undefined) writeIntoField(into, scan.text);
  };

  const silence = () => {
    if (burst.phase !== 'caught') return;
    burst = endBySilence(burst);
    publish();
  };

  const obey = (verdict: Verdict, event: Event): void => {
    if (verdict === 'pass') return;
    if (verdict === 'start' || verdict === 'orHere') {
      if (verdict === 'start') marks = [];
      landing = false;
      markHere();
      return;
    }
    event.stopImmediatePropagation();
    const mark = marks.at(-1);
    const letLand = burst.composed && mark !== undefined && verdict !== 'finish';
    if (letLand && !landing) {
      landing = true;
      if (verdict === 'keep') writeIntoField(mark, burst.text.slice(burst.starts.at(-1)));
    }
    if (!letLand) event.preventDefault();
    if (verdict === 'caught' && mark !== undefined && !landing) restoreField(mark);
    window.clearTimeout(timer);
    if (verdict === 'finish') publish();
    else timer = window.setTimeout(silence, SILENCE);
  };

  const take = (key: BurstKey, event: Event) => {
    const [next, verdict] = stepBurst(burst, key);
    burst = next;
    obey(verdict, event);
  };

  const hearDown = (event: KeyboardEvent) => {
    counted = event.key;
    take(readKey(event), event);
  };
  const hearPress = (event: KeyboardEvent) => {
    if (event.key === counted || Array.from(event.key).length !== 1) return;
    take({ kind: 'character', text: event.key, at: event.timeStamp }, event);
  };
  const hearUp = (event: KeyboardEvent) => {
    if (burst.phase === 'caught') event.stopImmediatePropagation();
  };

  window.addEventListener('keydown', hearDown, true);
  window.addEventListener('keypress', hearPress, true);
  window.addEventListener('keyup', hearUp, true);
  return () => {
    window.clearTimeout(timer);
    window.removeEventListener('keydown', hearDown, true);
    window.removeEventListener('keypress', hearPress, true);
    window.removeEventListener('keyup', hearUp, true);
  };
};
