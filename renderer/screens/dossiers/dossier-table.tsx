import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { go } from '../../desk-store.ts';
import { faultText, useWords } from '../../words.ts';
import { DossierTableRow, rowId } from './dossier-row.tsx';
import { isFocusFree } from './focus-free.ts';
import { findRow, rowAt } from './list-pages.ts';
import type { ListPages } from './list-pages.ts';
import { clearMarks, markAlso, setActive, toggleMark, useListView } from './list-view.ts';
import { RowLine } from './row-line.tsx';
import { useNow } from './use-now.ts';
import classes from './dossiers.module.css';

/** CSS pixels (ux.md, "Looks"); the head is as high as a row. */
const ROW_HEIGHT = 36;
const OVERSCAN = 12;
const lineName = 'dossier-list-line';

interface Props {
  list: ListPages;
  total: number;
  /** Told which rows are on screen, both ends included. */
  onShow: (first: number, last: number) => void;
  onMarkAll: () => void;
  /** A letter that is an act on what is marked; true when it was one. */
  onKey: (key: string) => boolean;
}

/** The list itself: only the rows in sight are drawn; the keyboard walks it as one grid. */
export const DossierTable = ({ list, total, onShow, onMarkAll, onKey }: Props) => {
  const words = useWords();
  const say = words.dossiers.list;
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const active = Math.min(
    useListView((view) => view.active),
    total - 1,
  );
  const marked = useListView((view) => view.marked);
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

  const whyOf = (id: string | undefined): string => {
    const fault = id === undefined ? null : marked.get(id);
    return fault ? faultText(words, fault) : '';
  };

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

  const markRow = (index: number) => {
    const row = rowAt(list, index);
    if (row !== undefined) toggleMark(row.id, index);
  };

  /** Marks the rows between where the stretch began and where she goes now. */
  const stretchTo = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    const from = useListView.getState().anchor ?? active;
    const ids = Array.from({ length: Math.abs(next - from) + 1 }, (_, step) => Math.min(from, next) + step)
      .map((at) => rowAt(list, at)?.id)
      .filter((id) => id !== undefined);
    markAlso(ids, from);
    walkTo(next);
  };

  const leave = () => {
    if (useListView.getState().marked.size > 0) clearMarks();
    else go('today', {});
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
    if (event.altKey || event.metaKey) return;
    if (event.ctrlKey) {
      if (event.code !== 'KeyA' || event.shiftKey) return;
      event.preventDefault();
      onMarkAll();
      return;
    }
    const next = destination(event.key);
    if (next !== undefined) (event.shiftKey ? stretchTo : walkTo)(next);
    else if (event.key === ' ') markRow(active);
    else if (event.key === 'Enter') open(active);
    else if (event.key === 'Escape') leave();
    else if (!onKey(event.key)) return;
    event.preventDefault();
  };

  const above = (items[0]?.start ?? ROW_HEIGHT) - ROW_HEIGHT;
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? ROW_HEIGHT) - ROW_HEIGHT);
  return (
    <>
      <div
        className={classes['scroller']}
        ref={scroller}
        onScroll={(event) => useListView.setState({ scrollTop: event.currentTarget.scrollTop })}
      >
        <Table
          ref={grid}
          role="grid"
          aria-label={say.table}
          aria-describedby={lineName}
          aria-rowcount={total + 1}
          aria-activedescendant={active >= first && active <= last ? rowId(active) : undefined}
          aria-readonly="true"
          aria-multiselectable="true"
          tabIndex={0}
          onKeyDown={onKeyDown}
          layout="fixed"
          className={classes['table'] ?? ''}
        >
          <Table.Thead className={classes['head'] ?? ''}>
            <Table.Tr aria-rowindex={1}>
              <Table.Th className={classes['markColumn'] ?? ''}>
                <span className="unseen">{say.columns.marked}</span>
              </Table.Th>
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
                marked={marked.has(rowAt(list, index)?.id ?? '')}
                why={whyOf(rowAt(list, index)?.id)}
                onMark={markRow}
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
      <RowLine row={rowAt(list, active)} name={lineName} />
    </>
  );
};
