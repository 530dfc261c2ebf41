import { acceptance, openTestJournal } from '../journal/testing.ts';
import type { TestJournal } from '../journal/testing.ts';
import type { DossierAccepted, DossierEvent, PaperOutcome } from '../../shared/dossier/events.ts';
import type { Person } from '../../shared/citizen/person.ts';

/** A journal with a handful of known dossiers on its shelf. */
export interface Shelf extends TestJournal {
  /** Adds a dossier; `paper` is what became of its paper, left out for none. */
  put(id: string, index: number, change?: Partial<DossierAccepted>, paper?: PaperOutcome): void;
  /** An intake that ended with form 02 or 03. */
  turnAway(
    id: string,
    index: number,
    kind: 'intakeGuided' | 'intakeRefused',
    change?: Partial<DossierAccepted>,
  ): void;
}

export const person = (name: string, change: Partial<Person> = {}): Person => ({
  ...acceptance(0).owner,
  idNumber: '',
  phone: '',
  name,
  ...change,
});

export const openShelf = (): Shelf => {
  const test = openTestJournal();
  const write = (subject: string, event: DossierEvent): void => {
    test.write([{ subject, event }]);
  };
  return Object.assign(test, {
    put: (id: string, index: number, change: Partial<DossierAccepted> = {}, paper?: PaperOutcome) => {
      write(id, { type: 'dossierAccepted', v: 1, payload: acceptance(index, change) });
      if (paper === undefined) return;
      const printed = { printer: 'QUAY', paper: 'A5', copies: 2, reprint: false, detail: '' } as const;
      write(id, {
        type: 'paperPrinted',
        v: 2,
        payload: { ...printed, about: '', form: 'receipt', outcome: paper },
      });
    },
    turnAway: (
      id: string,
      index: number,
      kind: 'intakeGuided' | 'intakeRefused',
      change: Partial<DossierAccepted> = {},
    ) => {
      const common = { ...acceptance(index, change), number: index, year: 2026, reason: 'mẫu' };
      write(
        id,
        kind === 'intakeGuided'
          ? { type: kind, v: 1, payload: { ...common, missing: [] } }
          : { type: kind, v: 1, payload: common },
      );
    },
  });
};
