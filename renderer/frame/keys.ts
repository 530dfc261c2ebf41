import type { ScreenName } from '../desk-store.ts';

/** The places of the rail in their order. F4 is kept for the queue. */
export const places = [
  { screen: 'today', key: 'F1', digit: '1' },
  { screen: 'intake', key: 'F2', digit: '2' },
  { screen: 'dossiers', key: 'F3', digit: '3' },
  { screen: 'catalogue', key: 'F5', digit: '5' },
  { screen: 'books', key: 'F6', digit: '6' },
  { screen: 'settings', key: 'F10', digit: '0' },
] as const satisfies readonly { screen: ScreenName; key: string; digit: string }[];

/** A place of its own beside another, opened with Shift and that one's key. */
export const besidePlaces = [
  { screen: 'certification', beside: 'intake', key: 'F2' },
  { screen: 'signing', beside: 'dossiers', key: 'F3' },
  { screen: 'seals', beside: 'books', key: 'F6' },
] as const satisfies readonly {
  screen: ScreenName;
  beside: ScreenName;
  key: string;
}[];

export type PlaceName = (typeof places | typeof besidePlaces)[number]['screen'];

export type KeyAct =
  | { act: 'go'; screen: PlaceName }
  | { act: 'palette' | 'lock' | 'reprint' | 'keys' | 'whereIs' | 'online' };

export interface PressedKey {
  key: string;
  /** The physical key: digits stay digits whatever the layout (AZERTY, Vietnamese TCVN). */
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

/** What a key means wherever the cursor is; undefined: nothing, it belongs to the screen. */
export const findKeyAct = ({
  key,
  code,
  ctrlKey,
  altKey,
  shiftKey,
  metaKey,
}: PressedKey): KeyAct | undefined => {
  if (metaKey) return undefined;
  if (ctrlKey) {
    if (altKey || shiftKey) return undefined;
    if (code === 'KeyK') return { act: 'palette' };
    return code === 'KeyL' ? { act: 'lock' } : undefined;
  }
  if (altKey) {
    const place = shiftKey ? undefined : places.find(({ digit }) => code === `Digit${digit}`);
    return place && { act: 'go', screen: place.screen };
  }
  if (shiftKey) {
    const beside = besidePlaces.find((one) => one.key === key);
    if (beside) return { act: 'go', screen: beside.screen };
    return key === 'F1' ? { act: 'keys' } : undefined;
  }
  if (key === 'F9') return { act: 'reprint' };
  if (key === 'F7') return { act: 'whereIs' };
  if (key === 'F8') return { act: 'online' };
  const place = places.find((one) => one.key === key);
  return place && { act: 'go', screen: place.screen };
};
