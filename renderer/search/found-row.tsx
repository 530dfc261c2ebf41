import type { DossierRow, Findings } from '../../shared/contract.ts';
import { formatShortDate, formatTime } from '../../shared/calendar/vietnam-time.ts';
import { rowStanding } from '../screens/dossiers/row-standing.ts';
import { StandingMark } from '../screens/dossiers/standing-mark.tsx';
import type { Messages } from '../../shared/messages/index.ts';
import { Marked } from './marked.tsx';
import { optionId } from './option-id.ts';
import classes from './search.module.css';

interface Props {
  row: DossierRow;
  /** The one Enter opens. */
  chosen: boolean;
  query: string;
  taken: Findings['taken'];
  now: number;
  words: Messages;
}

/** One dossier in the dropdown: code, name with what matched, procedure, due date, status in words. */
export const FoundRow = ({ row, chosen, query, taken, now, words }: Props) => {
  const standing = rowStanding(row, now, words);
  const other = row.submitterName === row.ownerName ? '' : row.submitterName;
  const due =
    row.dueAt === null
      ? words.dossiers.row.noDue
      : words.dossiers.row.dueAt({
          when: `${formatTime(row.dueAt)} ${formatShortDate(row.dueAt, words.calendar)}`,
        });
  const numbers = [row.phone, row.idNumber].filter((text) => text !== '').join(' · ');
  return (
    // Keys reach the field (aria-activedescendant); a row only takes the mouse, hence no stop for Tab.
    <div
      id={optionId(row.id)}
      className={classes['option']}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      data-dossier={row.id}
    >
      <span className={classes['code']}>
        <Marked text={row.code === '' ? words.dossiers.list.noCode : row.code} query={query} />
      </span>
      <span className={classes['name']}>
        <strong>
          <Marked text={row.ownerName} query={query} />
        </strong>
        {other !== '' && (
          <span className={classes['other']}>
            {' · '}
            <Marked text={other} query={query} />
          </span>
        )}
      </span>
      <span className={classes['procedure']}>
        {taken === 'number' ? <Marked text={numbers} query={query} /> : row.procedureName}
      </span>
      <span className={classes['due']}>{due}</span>
      <StandingMark standing={standing} />
    </div>
  );
};
