import { useEffect, useRef, useState } from 'react';
import { Button, Stack, Text, Title } from '@mantine/core';
import { go, useDesk } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import type { Role } from '../../../shared/journal/row.ts';
import { ask } from '../../bridge.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import type { PaperSource } from '../../paper/paper-source.ts';
import type { ListForm } from '../../../shared/lists/content.ts';
import { ReadingFailed } from '../../reading-failed.tsx';
import { useWords, wordsNow } from '../../words.ts';
import { DossierTable } from './dossier-table.tsx';
import { ListFilters } from './list-filters.tsx';
import { isFiltered, markAlso, noFilter, setFilter, useListView } from './list-view.ts';
import { ManyBar } from './many/many-bar.tsx';
import { findManyAct } from './many/many-acts.ts';
import type { Doing } from './many/many-bar.tsx';
import { printKey } from './many/many-print.tsx';
import type { ListFilter } from './list-view.ts';
import { useDossierPages } from './use-dossier-pages.ts';
import classes from './dossiers.module.css';

const noRoles: readonly Role[] = [];

/** Ctrl+A: all of the list, up to what one act may have. */
const markAll = async (filter: ListFilter): Promise<void> => {
  const answer = await ask('dossier.ids', { filter });
  if (!answer.ok) return;
  const { ids, total } = answer.value;
  markAlso(ids, null);
  const say = wordsNow().day.many;
  if (total > ids.length) toast('plain', say.first({ count: ids.length, total }), 'marks');
};

const formatCount = (count: number, language: string) =>
  new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count);

interface FoundProps {
  filter: ListFilter;
  onList: (form: ListForm, dossiers: string[]) => void;
  onSlips: (dossiers: string[]) => void;
}

const FoundDossiers = ({ filter, onList, onSlips }: FoundProps) => {
  const words = useWords();
  const say = words.dossiers.list;
  const language = useDesk((desk) => desk.language);
  const roles = useDesk((desk) => desk.session?.clerk.roles) ?? noRoles;
  const [doing, setDoing] = useState<Doing>(null);
  /** Marks on their way from main: a letter typed right after Ctrl+A waits for them. */
  const marking = useRef<Promise<void> | null>(null);
  const { list, fault, show, retry } = useDossierPages(filter);
  const { total } = list;
  if (fault !== null && total === null)
    return <ReadingFailed title={say.failed} fault={fault} way={say.retry} onWay={retry} />;
  if (total === null) return <Text className="after-a-blink">{say.loading}</Text>;
  if (total === 0)
    return (
      <Stack align="flex-start" gap="sm" className={classes['empty'] ?? ''}>
        <Text>{isFiltered(filter) ? say.emptyFiltered : say.emptyAll}</Text>
        {isFiltered(filter) ? (
          <Button variant="default" onClick={() => setFilter(noFilter)}>
            {say.filters.clear}
          </Button>
        ) : (
          <Button onClick={() => go('intake', {})}>{say.intake}</Button>
        )}
      </Stack>
    );
  return (
    <>
      <Text className={classes['total'] ?? ''} role="status">
        {say.total({ count: formatCount(total, language) })}
      </Text>
      <ManyBar doing={doing} onDoing={setDoing} onList={onList} onSlips={onSlips} />
      <DossierTable
        list={list}
        total={total}
        onShow={show}
        onMarkAll={() => {
          marking.current = markAll(filter).finally(() => {
            marking.current = null;
          });
        }}
        onKey={(key) => {
          const next = key.toUpperCase() === printKey ? 'print' : findManyAct(key, roles);
          const isMarked = () => useListView.getState().marked.size > 0;
          if (next === undefined || (marking.current === null && !isMarked())) return false;
          const begin = () => {
            if (isMarked()) setDoing(next);
          };
          // Once this key has gone its whole way: a menu closes at keys pressed outside it.
          void (marking.current ?? Promise.resolve()).then(() => window.setTimeout(begin));
          return true;
        }}
      />
    </>
  );
};

/** Every dossier of this machine, newest first (F3). */
export const DossiersScreen = () => {
  const words = useWords();
  const filter = useListView((view) => view.filter);
  const visit = useDesk((desk) => desk.visits.dossiers);
  // Up here: what was handed over may leave the list, and its paper must not go with it.
  const [paper, setPaper] = useState<PaperSource | null>(null);
  useEffect(() => {
    const { status, received = '' } = useDesk.getState().params.dossiers;
    // Sent here to see one kind (from today's counts): that kind only, whatever was filtered before.
    if (status !== undefined)
      setFilter({ ...noFilter, status, receivedFrom: received, receivedTo: received });
  }, [visit]);
  return (
    <div className={classes['screen']}>
      <Title order={1} className={classes['title'] ?? ''}>
        {words.dossiers.list.title}
      </Title>
      <ListFilters />
      <FoundDossiers
        key={JSON.stringify(filter)}
        filter={filter}
        onList={(form, dossiers) => setPaper({ kind: 'list', list: crypto.randomUUID(), form, dossiers })}
        onSlips={(dossiers) => setPaper({ kind: 'slips', dossiers, printed: new Set() })}
      />
      <PaperPreview source={paper} onClose={() => setPaper(null)} />
    </div>
  );
};
