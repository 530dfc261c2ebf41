import { drawList } from '../lists/draw.ts';
import type { ListForm } from '../lists/content.ts';
import { listForms } from '../lists/content.ts';
import { messagesIn } from '../messages/index.ts';
import type { DossierAccepted, DossierEvent } from '../dossier/events.ts';
import type { ActEvent } from '../dossier/acts/events.ts';
import { fold } from '../dossier/evolve.ts';
import type { DossierState } from '../dossier/state.ts';
import { instantOf } from '../calendar/vietnam-time.ts';
import type { ListDrawn } from '../lists/events.ts';
import { listValues } from './list-papers.ts';
import type { ListValues } from './list-papers.ts';
import { acted, arrived, moves, returned } from './testing-acts.ts';
import { madeOf } from './testing-act-papers.ts';
import { birthDossier, hugeDossier, plainDossier, sampleOffice } from './testing-samples.ts';

const words = messagesIn('vi');

/** Several dossiers of one person, each with its own code, and what was done to all of them. */
export const pileOf = (count: number, ...acts: ActEvent[]): DossierState[] =>
  Array.from({ length: count }, (_, place) => {
    const of: DossierAccepted = place === 3 ? hugeDossier : place % 2 === 0 ? plainDossier : birthDossier;
    const accepted = {
      ...of,
      submitter: plainDossier.submitter,
      code: `H55.242-261123-${String(place + 1).padStart(4, '0')}`,
    };
    const events: DossierEvent[] = [{ type: 'dossierAccepted', v: 1, payload: accepted }, ...acts];
    const state = fold(
      events.map((event, at) => ({
        id: `event-${place}-${at}`,
        subject: `dossier-${place}`,
        at: 'at' in event.payload ? event.payload.at : accepted.receivedAt,
        witness: '3fa92c71be',
        event,
      })),
    );
    if (!state) throw new Error('The sample pile was not folded');
    return state;
  });

/** More than a narrow column can hold. */
const long = (characters: number): string => hugeDossier.note.slice(0, characters);

/** What makes a dossier fit each list. */
const actsFor: Readonly<Record<ListForm, ActEvent[]>> = {
  handOverList: [{ type: 'handedOver', v: 1, payload: { ...moves[0], batch: 'batch-1', note: long(700) } }],
  resultList: [
    { type: 'handedOver', v: 1, payload: moves[0] },
    { type: 'resultArrived', v: 1, payload: { ...arrived, summary: long(1000) } },
  ],
  returnList: [
    { type: 'resultArrived', v: 1, payload: arrived },
    { type: 'resultReturned', v: 1, payload: returned },
  ],
  readyList: [{ type: 'resultArrived', v: 1, payload: arrived }],
  jointReceipt: [],
};

export const sampleDrawn = (form: ListForm, count: number): ListDrawn => ({
  list: 'list-1',
  number: 7,
  year: 2026,
  at: instantOf('2026-11-27', 16 * 60 + 5),
  businessDay: acted('2026-11-27', 0).businessDay,
  office: sampleOffice,
  desk: 1,
  clerkName: 'Lê Thị Ví Dụ',
  content: madeOf(drawList(form, pileOf(count, ...actsFor[form]), words)),
});

export const sampleList = (form: ListForm, count: number): ListValues =>
  madeOf(
    listValues(sampleDrawn(form, count), {
      witness: '3fa92c71be',
      copy: 'file',
      reprint: true,
      trial: true,
      words,
    }),
  );

/** Every list over a handful of dossiers. */
export const sampleLists = (): { form: ListForm; values: ListValues }[] =>
  listForms.map((form) => ({ form, values: sampleList(form, 5) }));
