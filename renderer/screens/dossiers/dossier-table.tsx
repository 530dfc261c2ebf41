import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { go } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { DossierTableRow, rowId } from './dossier-row.tsx';
import { isFocusFree } from './focus-free.ts';
import { findRow, rowAt } from './list-pages.ts';
import type { ListPages } from './list-pages.ts';
import { setActive, useListView } from './list-view.ts';
import { useNow } from './use-now.ts';
import classes from './dossiers.module.css';

/** CSS pixels (ux.md, "Looks"); the head is as high as a row. */
const ROW_HEIGHT = 36;
const OVERSCAN = 12;

interface Props {
  list: ListPages;
  total: number;
  /** Told which rows are on screen, both ends included. */
  onShow: (first: number, last: number) => void;
}

/** The list itself: only the rows in sight are drawn; the keyboard walks it as one grid. */
export const DossierTable = ({ list, total, onShow }: Props) => {
  const words = useWords();
  const say = words.dossiers.list;
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const active = Math.min(
    useListView((view) => view.active),
    total - 1,
  );
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    initialOffset: () => useListView.getState().scrollTop,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  const tell = useEffectEvent(() => onShow(first, last));
  useEffect(() => tell(), [first, last, list]);

  const stayOnRow = useEffectEvent(() => {
    const { activeId } = useListView.getState();
    const here = rowAt(list, active)?.id;
    if (activeId !== null && here !== activeId) {
      const moved = findRow(list, activeId);
      if (moved === undefined) return;
      // The rows above have come or gone: what she looks at stays where it is.
      if (scroller.current !== null && scroller.current.scrollTop > 0)
        scroller.current.scrollTop += (moved - active) * ROW_HEIGHT;
      setActive(moved, activeId);
    } else if (here !== undefined && activeId === null) setActive(active, here);
  });
  useLayoutEffect(() => stayOnRow(), [list]);

  useEffect(() => {
    // Only when nothing else was chosen: a click into a filter is not undone by rows that arrive.
    if (isFocusFree()) grid.current?.focus({ preventScroll: true });
  }, []);

  const walkTo = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next, rowAt(list, next)?.id ?? null);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };

  const open = (index: number) => {
    const row = rowAt(list, index);
    if (row === undefined) return;
    setActive(index, row.id);
    go('dossier', { id: row.id });
  };

  const destination = (key: string): number | undefined => {
    const rowsInSight = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const steps: Partial<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + rowsInSight,
      PageUp: active - rowsInSight,
      Home: 0,
      End: total - 1,
    };
    return steps[key];
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = destination(event.key);
    if (next !== undefined) walkTo(next);
    else if (event.key === 'Enter') open(active);
    else if (event.key === 'Escape') go('today', {});
    else return;
    event.preventDefault();
  };

  const above = (items[0]?.start ?? ROW_HEIGHT) - ROW_HEIGHT;
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? ROW_HEIGHT) - ROW_HEIGHT);
  return (
    <div
      className={classes['scroller']}
      ref={scroller}
      onScroll={(event) => useListView.setState({ scrollTop: event.currentTarget.scrollTop })}
    >
      <Table
        ref={grid}
        role="grid"
        aria-label={say.table}
        aria-rowcount={total + 1}
        aria-activedescendant={active >= first && active <= last ? rowId(active) : undefined}
        aria-readonly="true"
        tabIndex={0}
        onKeyDown={onKeyDown}
        layout="fixed"
        className={classes['table'] ?? ''}
      >
        <Table.Thead className={classes['head'] ?? ''}>
          <Table.Tr aria-rowindex={1}>
            <Table.Th className={classes['codeColumn'] ?? ''}>{say.columns.code}</Table.Th>
            <Table.Th className={classes['ownerColumn'] ?? ''}>{say.columns.owner}</Table.Th>
            <Table.Th className={classes['procedureColumn'] ?? ''}>{say.columns.procedure}</Table.Th>
            <Table.Th className={classes['receivedColumn'] ?? ''}>{say.columns.received}</Table.Th>
            <Table.Th className={classes['dueColumn'] ?? ''}>{say.columns.due}</Table.Th>
            <Table.Th className={classes['statusColumn'] ?? ''}>{say.columns.status}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 && (
            <tr aria-hidden="true">
              <td style={{ height: above, padding: 0 }} />
            </tr>
          )}
          {items.map(({ index }) => (
            <DossierTableRow
              key={index}
              index={index}
              row={rowAt(list, index)}
              active={index === active}
              now={now}
              onOpen={open}
            />
          ))}
          {below > 0 && (
            <tr aria-hidden="true">
              <td style={{ height: below, padding: 0 }} />
            </tr>
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
};
