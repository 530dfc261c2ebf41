import type { ListKind } from '../../../shared/dossier/lists.ts';
import type { DossierRow, DraftRow, Morning } from '../../../shared/contract.ts';
import {
  formatDay,
  formatShortDate,
  formatTime,
  localDateAt,
} from '../../../shared/calendar/vietnam-time.ts';
import { sayStanding } from '../../../shared/dossier/acts/say-standing.ts';
import { shortProcedureName } from '../../../shared/catalogue/short-name.ts';
import { go } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { rowStanding } from '../dossiers/row-standing.ts';
import { StandingMark } from '../dossiers/standing-mark.tsx';
import { WalkList, walkRows } from './walk-list.tsx';
import classes from './today.module.css';

const openDossier = ({ id }: DossierRow) => go('dossier', { id });

interface QueueProps {
  title: string;
  hint?: string;
  none?: string;
  rows: readonly DossierRow[];
  /** What stands before the name: an hour, a date. */
  whenOf: (row: DossierRow) => string;
  /** Opens all of it. */
  all?: { label: string; onOpen: () => void };
}

/** One list of the morning: when, who, which code. */
export const Queue = ({ title, hint, none, rows, whenOf, all }: QueueProps) => (
  <WalkList
    title={title}
    {...(hint === undefined ? {} : { hint })}
    {...(none === undefined ? {} : { none })}
    look="due"
    aside={
      all && (
        <button type="button" className="button plain" onClick={all.onOpen}>
          {all.label}
        </button>
      )
    }
  >
    {rows.map((row) => (
      <li key={row.id}>
        <button
          type="button"
          className={classes['row']}
          onKeyDown={walkRows}
          onClick={() => openDossier(row)}
        >
          <span className={classes['when']}>{whenOf(row)}</span>
          <span className={classes['who']}>
            <strong>{row.ownerName}</strong> · {shortProcedureName(row.procedureName)}
          </span>
          <span className={classes['code']}>{row.code}</span>
        </button>
      </li>
    ))}
  </WalkList>
);

/** What must be worked off, the most urgent first; a list with nothing in it is left out but for what comes next. */
export const MorningLists = ({ morning, now }: { morning: Morning; now: number }) => {
  const words = useWords();
  const say = words.today;
  const open = (status: ListKind) => ({ label: say.next.all, onOpen: () => go('dossiers', { status }) });
  const whenOf = (at: number): string =>
    localDateAt(at) === localDateAt(now)
      ? formatTime(at)
      : `${formatTime(at)} ${formatShortDate(at, words.calendar)}`;
  const due = ({ dueNow }: DossierRow) => (dueNow === null ? '' : whenOf(dueNow));
  const { late, dueSoon, untold, longWaits, claimed } = morning;
  return (
    <>
      {late.length > 0 && (
        <Queue title={say.late.title} hint={say.late.hint} rows={late} whenOf={due} all={open('late')} />
      )}
      <Queue
        title={say.next.title}
        {...(dueSoon.length > 0 ? { hint: say.next.hint } : {})}
        none={say.next.none}
        rows={dueSoon}
        whenOf={due}
        all={open('dueSoon')}
      />
      {untold.length > 0 && (
        <Queue
          title={say.ready.title}
          rows={untold}
          whenOf={({ readySince }) => (readySince === null ? '' : whenOf(readySince))}
          all={{ label: say.ready.call, onOpen: () => go('ready', {}) }}
        />
      )}
      {longWaits.count > 0 && (
        <Queue
          title={say.longWaits.title}
          hint={say.longWaits.hint}
          rows={longWaits.rows}
          whenOf={({ pausedSince }) => (pausedSince === null ? '' : formatDay(pausedSince))}
          all={open('papers')}
        />
      )}
      {claimed.length > 0 && (
        <Queue
          title={say.claimed.title}
          rows={claimed}
          whenOf={({ receivedAt }) => formatDay(receivedAt)}
          all={{ label: say.claimed.match, onOpen: () => go('transfers', {}) }}
        />
      )}
    </>
  );
};

/** What was taken, guided or refused today, newest first. */
export const Recent = ({ rows, now }: { rows: readonly DossierRow[]; now: number }) => {
  const words = useWords();
  const say = words.today.recent;
  return (
    <WalkList title={say.title} none={say.none}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            className={classes['row']}
            onKeyDown={walkRows}
            onClick={() => openDossier(row)}
          >
            <span className={classes['when']}>{formatTime(row.receivedAt)}</span>
            <span className={classes['who']}>
              <strong>{row.ownerName}</strong> · {shortProcedureName(row.procedureName)}
            </span>
            <StandingMark standing={rowStanding(row, now, words)} />
          </button>
        </li>
      ))}
    </WalkList>
  );
};

/** Intakes that were begun and not finished, by anybody of the office. */
export const Drafts = ({ drafts, now }: { drafts: readonly DraftRow[]; now: number }) => {
  const words = useWords();
  const say = words.today.drafts;
  const whenOf = (at: number) =>
    localDateAt(at) === localDateAt(now) ? formatTime(at) : `${formatTime(at)} ${formatDay(at)}`;
  if (drafts.length === 0) return null;
  return (
    <WalkList title={say.title} hint={`${sayStanding(null, now, 'local', words)} ${say.hint}`}>
      {drafts.map((draft) => (
        <li key={draft.id}>
          <button
            type="button"
            className={classes['draft']}
            onKeyDown={walkRows}
            onClick={() => go('intake', { draft: draft.id })}
          >
            <span className={classes['who']}>
              <strong>{draft.who === '' ? say.noName : draft.who}</strong>
              {' · '}
              {draft.procedureName === '' ? say.noProcedure : shortProcedureName(draft.procedureName)}
            </span>
            <span className={classes['quiet']}>
              {say.changed({ when: whenOf(draft.changedAt), clerk: draft.clerk })}
            </span>
            <span className={classes['resume']}>{say.resume}</span>
          </button>
        </li>
      ))}
    </WalkList>
  );
};
