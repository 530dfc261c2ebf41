import type { PaperOutcome } from '../dossier/events.ts';
import type { FormNumber } from '../dossier/acts/events.ts';
import type { OfficeProfile } from '../office/profile.ts';
import type { ListContent } from './content.ts';

export interface ListDrawn extends FormNumber {
  /** Random id, made where the list was asked for: asked again, it is the same list. */
  list: string;
  at: number;
  businessDay: string;
  office: OfficeProfile;
  desk: number;
  clerkName: string;
  content: ListContent;
}

/** What became of a list's paper. */
export interface ListPrinted {
  list: string;
  outcome: PaperOutcome;
  printer: string;
  copies: number;
  reprint: boolean;
  /** Why it failed, from the print system; '' otherwise. */
  detail: string;
}

export interface ListEvents {
  listDrawn: ListDrawn;
  listPrinted: ListPrinted;
}
export type ListEventType = keyof ListEvents;
export type ListEvent = { [T in ListEventType]: { type: T; v: 1; payload: ListEvents[T] } }[ListEventType];

/** All rows of the lists are about this one subject: they belong to no single dossier. */
export const listSubject = 'lists';

/** True when this software knows the event; the payload's shape is vouched for by the chain it was signed into. */
export const isListEvent = (event: { type: string; v: number; payload: unknown }): event is ListEvent =>
  (event.type === 'listDrawn' || event.type === 'listPrinted') &&
  event.v === 1 &&
  typeof event.payload === 'object' &&
  event.payload !== null &&
  !Array.isArray(event.payload);
