import { formatDateTime } from '../../../../shared/calendar/vietnam-time.ts';
import { rulingsFor } from '../../../../shared/dossier/acts/conflicts.ts';
import type { Ruling } from '../../../../shared/dossier/acts/conflicts.ts';
import type { Conflict } from '../../../../shared/dossier/state.ts';
import { useWords } from '../../../words.ts';
import { historyNote, historyTitle } from '../history-text.ts';
import type { ActForm, BodyProps } from './body.ts';
import { Choice, Line, Paragraph } from './fields.tsx';

/** Where the paper file lies. */
export const placeForm: ActForm<'storePaperFile'> = {
  start: ({ state }) => ({ place: state.place }),
  Body: ({ act, set, remembered }) => (
    <Line
      field="place"
      label={useWords().acts.forms.fields.place}
      first
      offered={remembered?.places ?? []}
      value={act.place}
      onChange={(place) => set({ place })}
    />
  ),
};

export const lostForm: ActForm<'reportReceiptLost'> = {
  start: ({ state }) => ({ by: state.particulars.submitter.name, note: '' }),
  Body: ({ act, set }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <Line field="by" label={say.lostBy} first value={act.by} onChange={(by) => set({ by })} />
        <Line field="note" label={say.note} value={act.note} onChange={(note) => set({ note })} />
      </>
    );
  },
};

const nameOf = ({ event, with: other }: Conflict): string => `${event} ${other}`;

const ConflictBody = ({ act, set, state, page }: BodyProps<'closeConflict'>) => {
  const words = useWords();
  const say = words.acts.forms.fields;
  const conflict = state.conflicts.find(
    (one) => one.event === act.conflict.event && one.with === act.conflict.with,
  );
  const told = (id: string): string => {
    const row = page.history.find((one) => one.id === id);
    if (!row) return id;
    // Two desks may do the same in the same minute: what the act says of itself and the desk tell them apart.
    return [
      historyTitle(row, words),
      historyNote(row, words),
      formatDateTime(row.at, words.calendar),
      row.clerkName,
      words.dossiers.history.desk({ number: row.desk }),
    ]
      .filter((part) => part !== '')
      .join(', ');
  };
  const labelOf = (ruling: Ruling): string =>
    ruling === 'both' || !conflict
      ? say.standsBoth
      : say.standsOne({ what: told(ruling === 'event' ? conflict.event : conflict.with) });
  return (
    <>
      {state.conflicts.length > 1 && (
        <Choice
          field="conflict"
          label={say.conflict}
          value={conflict ? nameOf(conflict) : ''}
          options={state.conflicts.map((one) => ({
            value: nameOf(one),
            label: `${told(one.event)} / ${told(one.with)}`,
          }))}
          onChange={(name) => {
            const chosen = state.conflicts.find((one) => nameOf(one) === name);
            const [stands] = chosen ? rulingsFor(chosen.about) : [];
            if (chosen && stands) set({ conflict: { event: chosen.event, with: chosen.with }, stands });
          }}
        />
      )}
      {conflict && (
        <Choice
          field="stands"
          label={say.stands}
          first
          value={act.stands}
          options={rulingsFor(conflict.about).map((ruling) => ({ value: ruling, label: labelOf(ruling) }))}
          onChange={(stands) => set({ stands })}
        />
      )}
      <Paragraph
        field="ruling"
        label={say.ruling}
        value={act.ruling}
        onChange={(ruling) => set({ ruling })}
      />
    </>
  );
};

export const conflictForm: ActForm<'closeConflict'> = {
  start: ({ state }) => {
    const [first] = state.conflicts;
    return {
      conflict: { event: first?.event ?? '', with: first?.with ?? '' },
      stands: (first && rulingsFor(first.about)[0]) ?? 'both',
      ruling: '',
    };
  },
  Body: ConflictBody,
  size: 760,
};
