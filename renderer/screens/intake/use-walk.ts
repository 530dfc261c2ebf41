import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { nextStop, previousStop, sectionOf, type SectionId, type Stop } from './next-field.ts';

/** Where the cursor is to go once the page is drawn: a named field, or from one the next or the one before. */
type Move = { way: 'to'; field: string } | { way: 'next' | 'back'; from: string | null };

export interface Walker {
  /** The section she is in: it stays open, complete or not. */
  active: SectionId | null;
  open: (section: SectionId) => void;
  goTo: (field: string) => void;
  /** Goes on from a field as Enter does, after the change just dispatched is drawn. */
  advance: (from: string | null) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onFocusCapture: (event: FocusEvent<HTMLElement>) => void;
  onPointerDownCapture: () => void;
}

/** The button that accepts: the end of every walk. */
export const ACCEPT = 'accept';

const fieldOf = (element: Element | null): string | null =>
  element?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;

const isEnabled = (element: HTMLElement): boolean => !element.matches(':disabled, [aria-disabled="true"]');

const findElement = (root: HTMLElement, field: string): HTMLElement | undefined => {
  const all = [...root.querySelectorAll<HTMLElement>('[data-field]')].filter(isEnabled);
  const parent = field.slice(0, Math.max(field.lastIndexOf('.'), 0));
  const below = (prefix: string) =>
    prefix === '' ? undefined : all.find((element) => element.dataset['field']?.startsWith(`${prefix}.`));
  return all.find((element) => element.dataset['field'] === field) ?? below(field) ?? below(parent);
};

const focusField = (root: HTMLElement, field: string): void => {
  const holder = findElement(root, field);
  // A group of radio buttons carries the name; the cursor goes to the one that is chosen.
  const element = holder?.matches('input, select, textarea, button')
    ? holder
    : (holder?.querySelector<HTMLElement>('input:checked, select, textarea, input, button') ?? holder);
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
  if (element instanceof HTMLInputElement) element.select();
};

/** Enter belongs to what it presses: buttons and links do their own work. */
const keepsEnter = (target: HTMLElement): boolean =>
  target.closest('button, a[href], [role="option"]') !== null;

const insertLineBreak = (target: HTMLTextAreaElement): void => {
  target.setRangeText('\n', target.selectionStart, target.selectionEnd, 'end');
  target.dispatchEvent(new Event('input', { bubbles: true }));
};

const destinationOf = (move: Move, stops: readonly Stop[]): string => {
  switch (move.way) {
    case 'to':
      return move.field;
    case 'next':
      return nextStop(stops, move.from)?.field ?? ACCEPT;
    case 'back':
      // Behind the button that accepts stands the last field of the page.
      return previousStop(stops, move.from === ACCEPT ? null : move.from)?.field ?? move.from ?? '';
  }
};

/** Moves the cursor through the page: Enter to the next field that needs her, Shift+Enter back, faults first. */
export const useWalk = (
  root: RefObject<HTMLElement | null>,
  stops: readonly Stop[],
  left: (field: string) => void,
  stuck: () => void,
): Walker => {
  const [active, setActive] = useState<SectionId | null>('people');
  const [move, setMove] = useState<Move | null>(null);
  const [settled, setSettled] = useState<Move | null>(null);
  const [arrival, setArrival] = useState<{ field: string; isStuck: boolean } | null>(null);
  const isPointing = useRef(false);

  const goTo = useCallback((field: string) => setMove({ way: 'to', field }), []);
  const advance = useCallback((from: string | null) => setMove({ way: 'next', from }), []);

  // Settled while drawing: the place is found on the newest page and its section opened, and only then gets the cursor.
  if (move !== settled) {
    setSettled(move);
    const field = move ? destinationOf(move, stops) : '';
    const isStuck = move?.way === 'next' && move.from === field;
    if (field !== '') setArrival({ field, isStuck });
    if (field !== '' && field !== ACCEPT) setActive(sectionOf(field));
  }

  useLayoutEffect(() => {
    if (arrival && root.current) focusField(root.current, arrival.field);
    // Nothing else is left, so the field has to say why it holds her.
    if (arrival?.isStuck) stuck();
  }, [arrival, root, stuck]);

  useEffect(() => {
    // A section folds when the button is up again: a target must not move away under the pointer.
    const settle = () => {
      isPointing.current = false;
      const here = document.activeElement?.closest<HTMLElement>('[data-section]')?.dataset['section'];
      if (here !== undefined && root.current?.contains(document.activeElement))
        setActive(sectionOfName(here));
    };
    const later = () => window.setTimeout(settle, 0);
    window.addEventListener('pointerup', later);
    window.addEventListener('pointercancel', later);
    return () => {
      window.removeEventListener('pointerup', later);
      window.removeEventListener('pointercancel', later);
    };
  }, [root]);

  const onFocusCapture = useCallback((event: FocusEvent<HTMLElement>) => {
    const name = event.target.closest<HTMLElement>('[data-section]')?.dataset['section'];
    if (name !== undefined && !isPointing.current) setActive(sectionOfName(name));
  }, []);

  const onPointerDownCapture = useCallback(() => {
    isPointing.current = true;
  }, []);

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const { target } = event;
      if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
      if (event.ctrlKey || event.metaKey || !(target instanceof HTMLElement)) return;
      if (event.altKey) {
        event.preventDefault();
        if (target instanceof HTMLTextAreaElement) insertLineBreak(target);
        else target.closest('[data-rows]')?.querySelector<HTMLElement>('[data-add]')?.click();
        return;
      }
      if (!event.shiftKey && keepsEnter(target)) return;
      event.preventDefault();
      const from = fieldOf(target);
      if (from !== null) left(from);
      setMove({ way: event.shiftKey ? 'back' : 'next', from });
    },
    [left],
  );

  return { active, open: setActive, goTo, advance, onKeyDown, onFocusCapture, onPointerDownCapture };
};

const names: Readonly<Record<string, SectionId>> = {
  people: 'people',
  procedure: 'procedure',
  components: 'components',
  answers: 'answers',
  fees: 'fees',
  delivery: 'delivery',
};

const sectionOfName = (name: string): SectionId | null => names[name] ?? null;
