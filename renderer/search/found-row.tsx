import { memo } from 'react';
import type { DossierRow, Findings } from '../../shared/contract.ts';
import { formatShortDate, formatTime } from '../../shared/calendar/vietnam-time.ts';
import { rowStanding } from '../screens/dossiers/row-standing.ts';
import type { Tone } from '../screens/dossiers/row-standing.ts';
import { StandingMark } from '../screens/dossiers/standing-mark.tsx';
import type { Messages } from '../../shared/messages/index.ts';
import { optionId } from './option-id.ts';
import classes from './search.module.css';

/** What stands in one row, as drawn: code, names, procedure or the numbers asked for, due date, status in words. */
interface Cells {
  /** '' where no dossier stands. */
  id: string;
  code: string;
  owner: string;
  submitter: string;
  /** The procedure, or the numbers a number was found in. */
  matter: string;
  isNumber: boolean;
  due: string;
  standing: string;
  tone: Tone;
}

export const noCells: Cells = {
  id: '',
  code: '',
  owner: '',
  submitter: '',
  matter: '',
  isNumber: false,
  due: '',
  standing: '',
  tone: 'plain',
};

export const cellsOf = (row: DossierRow, taken: Findings['taken'], now: number, words: Messages): Cells => {
  const standing = rowStanding(row, now, words);
  return {
    id: row.id,
    code: row.code === '' ? words.dossiers.list.noCode : row.code,
    owner: row.ownerName,
    submitter: row.submitterName === row.ownerName ? '' : ` · ${row.submitterName}`,
    matter:
      taken === 'number'
        ? [row.phone, row.idNumber].filter((text) => text !== '').join(' · ')
        : row.procedureName,
    isNumber: taken === 'number',
    due:
      row.dueAt === null
        ? words.dossiers.row.noDue
        : words.dossiers.row.dueAt({
            when: `${formatTime(row.dueAt)} ${formatShortDate(row.dueAt, words.calendar)}`,
          }),
    standing: standing.text,
    tone: standing.tone,
  };
};

interface Props extends Cells {
  /** The list's id in the page. */
  list: string;
  /** The one Enter opens. */
  chosen: boolean;
}

/**
 * A place in the dropdown and the dossier that stands in it. Drawn again only where a word of it has changed; empty, it is
 * boxes alone, made before they are needed.
 */
export const FoundRow = memo(
  ({ list, id, code, owner, submitter, matter, isNumber, due, standing, tone, chosen }: Props) => (
    // Keys reach the field (aria-activedescendant); a row only takes the mouse, hence no stop for Tab.
    <div
      id={id === '' ? undefined : optionId(list, id)}
      className={classes['option']}
      role={id === '' ? undefined : 'option'}
      aria-selected={id === '' ? undefined : chosen}
      tabIndex={id === '' ? undefined : -1}
      data-dossier={id === '' ? undefined : id}
    >
      <span className={classes['code']} data-searched>
        {code}
      </span>
      <span className={classes['name']}>
        <strong data-searched>{owner}</strong>
        <span className={classes['other']} data-searched>
          {submitter}
        </span>
      </span>
      <span className={classes['matter']} data-searched={isNumber || undefined}>
        {matter}
      </span>
      <span className={classes['due']}>{due}</span>
      <StandingMark standing={{ text: standing, tone }} />
    </div>
  ),
);
FoundRow.displayName = 'FoundRow';
