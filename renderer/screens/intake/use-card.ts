import { useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { looksLikeCard, parseCard, type Card, type CardFault } from '../../../shared/citizen/card.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import { usePageScan } from '../../page-scan.ts';
import { cardChange, cardTarget, personField, whoseField } from './card-use.ts';
import type { IntakeAction, Who } from './intake-form.ts';

/** What the last scan was, for the person it concerns. */
export type CardNotice =
  | { kind: 'read'; who: Who; card: Card }
  | { kind: 'refused'; who: Who; fault: CardFault }
  | { kind: 'ask'; card: Card }
  | null;

interface CardDesk {
  id: string;
  form: IntakeForm;
  /** Business day 'YYYY-MM-DD', to know a birth in the future. */
  today: string;
  dispatch: (action: IntakeAction) => void;
  /** Goes on to what a card does not say. */
  advance: (from: string) => void;
  /** The cursor goes to the field the message stands at. */
  goTo: (field: string) => void;
}

const fieldAtCursor = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;

/** Cards scanned anywhere on the page fill the person at hand; a garbled one fills nothing and says what to do. */
export const useCard = ({ id, form, today, dispatch, advance, goTo }: CardDesk) => {
  const [told, setTold] = useState<{ id: string; notice: CardNotice }>({ id, notice: null });
  const tell = (notice: CardNotice) => setTold({ id, notice });

  const fill = (who: Who, card: Card) => {
    if (who === 'owner') dispatch({ type: 'ownerToggled', on: true });
    dispatch({ type: 'personSet', who, change: cardChange(card) });
    tell({ kind: 'read', who, card });
    advance(`${who}.name`);
  };

  const read = (text: string): void => {
    const at = whoseField(fieldAtCursor());
    const reading = parseCard(text, today);
    if (!reading.ok) {
      const isOwner = at === 'owner' || (form.owner !== null && form.submitter.idNumber !== '');
      const who = isOwner && form.owner ? 'owner' : 'submitter';
      tell({ kind: 'refused', who, fault: reading.fault });
      goTo(`${who}.name`);
      return;
    }
    const target = cardTarget(form, reading.card, at);
    if (target === 'ask') {
      tell({ kind: 'ask', card: reading.card });
      goTo('card');
    } else fill(target, reading.card);
  };

  usePageScan((scan) => {
    if (scan.kind !== 'card') return false;
    read(scan.text);
    return true;
  });

  /** A scanner too slow to be told from a hand: the whole card stands in one field when its Enter comes. */
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if ((event.key !== 'Enter' && event.key !== 'Tab') || !(target instanceof HTMLInputElement)) return;
    const typed = personField(target.dataset['field']);
    if (!typed || !looksLikeCard(target.value)) return;
    event.preventDefault();
    event.stopPropagation();
    const text = target.value;
    dispatch({ type: 'personSet', who: typed.who, change: { [typed.key]: '' } });
    read(text);
  };

  const onPasteCapture = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain');
    if (!looksLikeCard(text)) return;
    event.preventDefault();
    event.stopPropagation();
    read(text);
  };

  return { notice: told.id === id ? told.notice : null, read, fill, onKeyDownCapture, onPasteCapture };
};
