import type { DossierRow, DraftRow } from '../../../shared/contract.ts';
import {
  formatDay,
  formatShortDate,
  formatTime,
  localDateAt,
} from '../../../shared/calendar/vietnam-time.ts';
import { shortProcedureName } from '../../../shared/catalogue/short-name.ts';
import { go } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { rowStanding } from '../dossiers/row-standing.ts';
import { StandingMark } from '../dossiers/standing-mark.tsx';
import { WalkList, walkRows } from './walk-list.tsx';
import classes from './today.module.css';

const openDossier = ({ id }: DossierRow) => go('dossier', { id });

/** Dossiers whose date comes next, the hour first. */
export const NextDue = ({ rows, now }: { rows: readonly DossierRow[]; now: number }) => {
  const words = useWords();
  const say = words.today.next;
  const whenOf = (dueAt: number) =>
    localDateAt(dueAt) === localDateAt(now)
      ? formatTime(dueAt)
      : `${formatTime(dueAt)} ${formatShortDate(dueAt, words.calendar)}`;
  return (
    <WalkList
      title={say.title}
      none={say.none}
      look="due"
      aside={
        <button type="button" className="button plain" onClick={() => go('dossiers', { status: 'dueSoon' })}>
          {say.all}
        </button>
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
            <span className={classes['when']}>{row.dueAt === null ? '' : whenOf(row.dueAt)}</span>
            <span className={classes['who']}>
              <strong>{row.ownerName}</strong> · {shortProcedureName(row.procedureName)}
            </span>
            <span className={classes['code']}>{row.code}</span>
          </button>
        </li>
      ))}
    </WalkList>
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
  const say = useWords().today.drafts;
  const whenOf = (at: number) =>
    localDateAt(at) === localDateAt(now) ? formatTime(at) : `${formatTime(at)} ${formatDay(at)}`;
  if (drafts.length === 0) return null;
  return (
    <WalkList title={say.title} hint={say.hint}>
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
