import * as z from 'zod';
import { answers, id, none } from './method.ts';

/** A dossier filed online that no counter has taken in. */
export interface OnlineRow {
  /** Id the dossier will have, and its draft has. */
  dossier: string;
  procedure: string;
  /** '' where the catalogue here does not know it. */
  procedureName: string;
  who: string;
  /** When the citizen sent it. */
  submittedAt: number;
  files: number;
  /** A page of it is begun already. */
  begun: boolean;
}

/** The oldest first. */
export interface OnlineList {
  rows: OnlineRow[];
  /** Of all; the rows end with the hundredth. */
  total: number;
}

export const onlineMethods = {
  'online.list': answers<OnlineList>()(none, ['reception']),
  /** Makes the page of it, everything she typed and sent in its place, once its files are in the vault; the draft to open. */
  'online.begin': answers<{ draft: string }>()(z.strictObject({ dossier: id }), ['reception']),
} as const;
