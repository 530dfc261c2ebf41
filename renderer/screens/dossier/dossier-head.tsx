import { Alert, Button, Group, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { formatShortDate, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import type { DossierPage } from '../../../shared/contract.ts';
import type { PaperName } from '../../../shared/dossier/papers.ts';
import { isPaperSettled, mainPaper } from '../../../shared/dossier/summary.ts';
import { ask } from '../../bridge.ts';
import { go, noteLastPaper } from '../../desk-store.ts';
import { reprintLast } from '../../frame/reprint.ts';
import { toast } from '../../frame/toast.ts';
import { savePaper } from '../../paper/paper-source.ts';
import { tellPaper } from '../../paper/tell-paper.ts';
import { useMachineLayout } from '../../paper/use-machine-layout.ts';
import { faultText, useWords, wordsNow } from '../../words.ts';
import { rowStanding } from '../dossiers/row-standing.ts';
import { useNow } from '../dossiers/use-now.ts';
import { DossierActs } from './acts/dossier-acts.tsx';
import { standingLine } from './standing.ts';
import classes from './dossier.module.css';

interface Props {
  page: DossierPage;
  onPage: (page: DossierPage) => void;
  onBack: () => void;
  onPreview: () => void;
  /** Shows the paper an act has brought, where it is not printed at once. */
  onActPaper: (paper: PaperName) => void;
}

const PaperActions = ({ page: { state }, onPreview }: Pick<Props, 'page' | 'onPreview'>) => {
  const words = useWords();
  const say = words.dossiers.page;
  const layout = useMachineLayout();
  const form = mainPaper(state);
  // Newer software has been at work here: only it knows what the paper should say now.
  const readOnly = state.parked !== null;
  const source = { kind: 'dossier', dossier: state.id, form } as const;
  return (
    <Group gap="xs" role="group" aria-label={say.actions.legend}>
      <Button
        size="sm"
        variant={isPaperSettled(state, form) ? 'default' : 'filled'}
        disabled={readOnly}
        rightSection={<Kbd>{words.common.frame.keys.reprint}</Kbd>}
        onClick={() => {
          noteLastPaper(state.id, form);
          void reprintLast();
        }}
      >
        {isPaperSettled(state, form) ? say.actions.reprint : say.actions.print}
      </Button>
      <Button size="sm" variant="default" disabled={readOnly} onClick={onPreview}>
        {say.actions.preview}
      </Button>
      <Button
        size="sm"
        variant="default"
        disabled={readOnly || layout === null}
        onClick={() => {
          if (layout !== null) void savePaper(source, layout).then((result) => tellPaper(source, result));
        }}
      >
        {say.actions.save}
      </Button>
    </Group>
  );
};

const copyCode = (id: string): void => {
  void ask('dossier.copyCode', { id }).then((answer) => {
    const words = wordsNow();
    if (answer.ok) toast('good', words.dossiers.page.copied({ code: answer.value.code }), 'copy');
    else toast('fault', faultText(words, answer.fault), 'copy');
  });
};

/** Ctrl+C with nothing chosen takes the code; what she has chosen herself is the system's to copy. */
const useCopyKey = (id: string): void => {
  useHotkeys([
    [
      'mod+C',
      () => {
        if (window.getSelection()?.toString() === '') copyCode(id);
      },
      { preventDefault: false },
    ],
  ]);
};

/** What is asked at the counter first: which dossier, whose, where it is, and what can be done now. */
export const DossierHead = ({ page, onPage, onBack, onPreview, onActPaper }: Props) => {
  const words = useWords();
  const say = words.dossiers.page;
  const now = useNow();
  const { row } = page;
  useCopyKey(row.id);
  const { tone } = rowStanding(row, now, words);
  return (
    <header className={classes['head']}>
      <div className={classes['headline']}>
        <div>
          <div className={classes['codeLine']}>
            <h1 className={classes['code']} tabIndex={-1} id="dossier-code" title={say.selectCode}>
              {row.code === '' ? words.dossiers.list.noCode : row.code}
            </h1>
            {row.code !== '' && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-describedby="dossier-code"
                rightSection={<Kbd size="xs">{say.copyKey}</Kbd>}
                onClick={() => copyCode(row.id)}
              >
                {say.copy}
              </Button>
            )}
          </div>
          <p className={classes['whose']} title={`${row.ownerName} · ${row.procedureName}`}>
            <strong>{row.ownerName}</strong> · {row.procedureName}
          </p>
        </div>
        <Group gap="xs" justify="flex-end">
          <PaperActions page={page} onPreview={onPreview} />
          <Button variant="default" size="sm" rightSection={<Kbd size="xs">{'Esc'}</Kbd>} onClick={onBack}>
            {say.back}
          </Button>
        </Group>
      </div>
      <p className={classes['standing']} data-tone={tone} role="status">
        {standingLine(page, now, words)}
      </p>
      <DossierActs page={page} onPage={onPage} onPaper={onActPaper} />
    </header>
  );
};

/** What stands in the way, said in full above everything else. */
export const DossierAlerts = ({ page: { state, history, twins } }: { page: DossierPage }) => {
  const words = useWords();
  const say = words.dossiers.page;
  if (state.parked === null && state.conflicts.length === 0 && twins.length === 0) return null;
  const when = (at: number) => `${formatTime(at)} ${formatShortDate(at, words.calendar)}`;
  const whoDid = (event: string): string => {
    const row = history.find(({ id }) => id === event);
    return row ? say.conflictBy({ desk: row.desk, clerk: row.clerkName, when: when(row.at) }) : event;
  };
  return (
    <div className={classes['alerts']}>
      {state.parked !== null && (
        <Alert color="red" title={say.parkedTitle}>
          {say.parked({ type: state.parked.type, version: state.parked.v })}
        </Alert>
      )}
      {state.conflicts.map((conflict) => (
        <Alert color="red" title={say.conflictTitle} key={conflict.event}>
          {say.conflicts[conflict.about]({ event: whoDid(conflict.event), with: whoDid(conflict.with) })}
        </Alert>
      ))}
      {twins.map(({ id, code, receivedAt }) => (
        <Alert color="yellow" title={words.day.twins.pageTitle} key={id}>
          {words.day.twins.page({ code, when: when(receivedAt) })}{' '}
          <Button size="compact-sm" variant="default" onClick={() => go('dossier', { id })}>
            {words.day.twins.pageOpen}
          </Button>
        </Alert>
      ))}
    </div>
  );
};
