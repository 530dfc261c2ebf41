import { memo } from 'react';
import { Table } from '@mantine/core';
import { formatDay, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import { shortProcedureName } from '../../../shared/catalogue/short-name.ts';
import type { DossierRow } from '../../../shared/contract.ts';
import { useWords } from '../../words.ts';
import { rowAlso, rowStanding } from './row-standing.ts';
import { StandingMark } from './standing-mark.tsx';
import classes from './dossiers.module.css';

interface Props {
  /** undefined while its page is on the way. */
  row: DossierRow | undefined;
  index: number;
  active: boolean;
  now: number;
  onOpen: (index: number) => void;
  marked: boolean;
  /** Why the last act on it was refused; '' when it was not. */
  why: string;
  onMark: (index: number) => void;
}

export const rowId = (index: number): string => `dossier-row-${index}`;

/** One row of the list, 36 pixels high; what is cut off is told by the title. */
export const DossierTableRow = memo(({ row, index, active, now, onOpen, marked, why, onMark }: Props) => {
  const words = useWords();
  const say = words.dossiers.list;
  const standing = row && rowStanding(row, now, words);
  const also = row ? rowAlso(row, words) : '';
  return (
    <Table.Tr
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={marked}
      className={classes['row'] ?? ''}
      data-active={active || undefined}
      data-marked={marked || undefined}
      onClick={() => onOpen(index)}
    >
      {row === undefined ? (
        <Table.Td>…</Table.Td>
      ) : (
        <>
          <Table.Td
            className={classes['mark'] ?? ''}
            onClick={(event) => {
              event.stopPropagation();
              onMark(index);
            }}
          >
            {/* The row itself says whether it is marked. */}
            <span aria-hidden="true">{marked ? '☑' : '☐'}</span>
          </Table.Td>
          <Table.Td className={classes['code'] ?? ''}>{row.code === '' ? say.noCode : row.code}</Table.Td>
          <Table.Td title={row.ownerName}>{row.ownerName}</Table.Td>
          <Table.Td className={classes['wide'] ?? ''} title={row.procedureName}>
            {shortProcedureName(row.procedureName)}
          </Table.Td>
          <Table.Td className={classes['received'] ?? ''}>
            {formatTime(row.receivedAt)} {formatDay(row.receivedAt)}
          </Table.Td>
          <Table.Td className={classes['due'] ?? ''}>
            {row.dueAt === null ? say.noDue : `${formatTime(row.dueAt)} ${formatDay(row.dueAt)}`}
          </Table.Td>
          <Table.Td>
            <span
              className={classes['standing']}
              title={why || [standing?.text, also].filter(Boolean).join(' · ')}
            >
              {why !== '' && <span className={classes['why']}>{why}</span>}
              {why === '' && standing && (
                <>
                  <StandingMark standing={standing} />
                  <span className={classes['also']}>{also}</span>
                </>
              )}
            </span>
          </Table.Td>
        </>
      )}
    </Table.Tr>
  );
});
DossierTableRow.displayName = 'DossierTableRow';
