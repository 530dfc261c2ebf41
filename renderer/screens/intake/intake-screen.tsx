import { useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { formatTime } from '../../../shared/calendar/vietnam-time.ts';
import type { Fault } from '../../../shared/faults.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { useBeforeLock } from '../../before-lock.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { reprintLast } from '../../frame/reprint.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import { faultText, problemText, useWords } from '../../words.ts';
import { DraftOffer, DropModal } from './draft-offer.tsx';
import { errorsBySection, problemsToShow, warningsToShow } from './field-errors.ts';
import { GuideModal } from './guide-modal.tsx';
import { isUntouched } from './intake-form.ts';
import { useLastOutcome } from './last-outcome.ts';
import { findStop, listStops, nextStop } from './next-field.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { PageSections } from './page-sections.tsx';
import { PaperSheets } from './paper-sheets.tsx';
import type { OpenPaper } from './paper-sheets.tsx';
import { RecordPanel } from './record-panel.tsx';
import { RefuseModal } from './refuse-modal.tsx';
import { useActs } from './use-acts.ts';
import { useArrival } from './use-arrival.ts';
import { useCard } from './use-card.ts';
import { useOpenDrafts } from './use-draft.ts';
import { useOver } from './use-over.ts';
import { usePage } from './use-page.ts';
import { usePreview } from './use-preview.ts';
import { useMachine, useSettle, type Settlement } from './use-settle.ts';
import { useWalk } from './use-walk.ts';
import classes from './intake.module.css';
import notices from './notices.module.css';

/** Fields of forms 02 and 03, which are no fields of the page. */
const isOfSlip = (field: string): boolean => /^(reason|missing)(\.|$)/.test(field);

const slipText = (fault: Fault, words: Messages): string => {
  const own = fault.problems?.find((problem) => isOfSlip(problem.field));
  return own ? problemText(words, own) : faultText(words, fault);
};

/** One page, no wizard: from the citizen's card to the printed receipt. */
export const IntakeScreen = () => {
  const words = useWords();
  const say = words.intake;
  const session = useDesk((desk) => desk.session);
  const page = usePage();
  const { state, dispatch, saver, mark } = page;
  const { id, form, sheet, visited, tried, isResumed } = state;
  const isBlank = isUntouched(form);
  const { over, open: openOver, giveUp, finish } = useOver();
  /** Stands until the page changes under it. */
  const [fault, setFault] = useState<{ version: number; fault: Fault } | null>(null);
  const [paper, setPaper] = useState<OpenPaper | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const { answer: preview, fault: previewFault, isFresh } = usePreview(id, form);
  const { drafts } = useOpenDrafts(id);
  const machine = useMachine();
  const last = useLastOutcome(({ last: one }) => (one?.clerk === session?.clerk.id ? one : null));

  const problems = useMemo(() => preview?.problems ?? [], [preview]);
  const stops = useMemo(
    () => listStops({ form, sheet, problems, visited }),
    [form, sheet, problems, visited],
  );
  const left = useCallback((field: string) => dispatch({ type: 'visited', field }), [dispatch]);
  // Enter goes by what is known for sure: an answer to the page before the last key would hold her where she has just been.
  const sure = useMemo(
    () => (isFresh ? stops : listStops({ form, sheet, problems: [], visited })),
    [isFresh, stops, form, sheet, visited],
  );
  const stuck = useCallback(() => dispatch({ type: 'tried' }), [dispatch]);
  const walker = useWalk(root, sure, left, stuck);
  const today = preview?.day.day ?? session?.day.day ?? '';
  const card = useCard({ id, form, today, dispatch, advance: walker.advance, goTo: walker.goTo });
  const showFault = (one: Fault) => setFault({ version: state.version, fault: one });
  const acts = useActs({
    state,
    dispatch,
    page,
    walker,
    fill: card.fill,
    openPaper: (one) => {
      setPaper(one);
      openOver('sheets');
    },
  });

  const errors = useMemo(
    () =>
      errorsBySection(problemsToShow({ problems, visited, tried, isResumed }), stops, (one) =>
        problemText(words, one),
      ),
    [problems, visited, tried, isResumed, stops, words],
  );
  const looks = useMemo(() => warningsToShow(preview?.warnings ?? [], visited), [preview, visited]);
  const warnings = useMemo(
    () => Object.fromEntries(looks.map((one) => [one.field, problemText(words, one)])),
    [looks, words],
  );

  const toFirst = (fields: readonly string[]) => {
    dispatch({ type: 'tried' });
    const order = fields.map((field) => findStop(stops, field)).filter((stop) => stop !== undefined);
    const first = stops.find((stop) => order.includes(stop)) ?? nextStop(stops, null);
    walker.goTo(first?.field ?? fields[0] ?? 'submitter.name');
  };

  const { isBusy, settle } = useSettle({
    id,
    form,
    saver,
    onSettled: () => {
      finish();
      setFault(null);
      page.startNew();
      walker.open('people');
      walker.goTo('submitter.name');
    },
    onFault: (one) => {
      showFault(one);
      const named = one.problems?.map((problem) => problem.field) ?? [];
      // What is wrong in the slip itself is said there.
      if (named.length === 0 || named.some(isOfSlip)) return;
      finish();
      toFirst(named);
    },
  });

  const accept = () => {
    if (isBusy || over !== null) return;
    if (isBlank) {
      // The key was pressed once more than needed: the page before is already accepted.
      walker.goTo('submitter.name');
      return;
    }
    if (isFresh && problems.length > 0) {
      // Main decides; what it already said is shown without asking it again.
      toFirst(problems.map((problem) => problem.field));
      return;
    }
    dispatch({ type: 'tried' });
    void settle({ kind: 'accept' } satisfies Settlement);
  };

  const inFront = () => {
    const { screen, panel } = useDesk.getState();
    return screen === 'intake' && panel === null && over === null;
  };
  useHotkeys(
    [
      ['mod+Enter', () => inFront() && accept(), { preventDefault: true }],
      ['mod+P', () => inFront() && openOver('preview'), { preventDefault: true }],
      ['alt+T', () => inFront() && acts.behalf(form.owner === null), { preventDefault: true }],
    ],
    [],
  );
  useBeforeLock(() => saver.flush());
  useArrival({ page, readCard: card.read, begin: () => walker.advance(null) });

  const open = stops.filter((stop) => stop.needs).length;
  const shown = fault?.version === state.version ? fault.fault : page.fault;
  const slipFault = shown ? slipText(shown, words) : null;

  const putAside = () => {
    void saver.flush().then(() => {
      page.startNew();
      walker.goTo('submitter.name');
    });
  };

  return (
    <div
      className={classes['screen']}
      ref={root}
      // The page's own keys (Enter, arrows in a table) are its fields' keys; nothing here is pressed by itself.
      role="presentation"
      onKeyDownCapture={card.onKeyDownCapture}
      onPasteCapture={card.onPasteCapture}
      onKeyDown={walker.onKeyDown}
      onFocusCapture={walker.onFocusCapture}
      onPointerDownCapture={walker.onPointerDownCapture}
      onBlurCapture={(event) => {
        const field = event.target.closest<HTMLElement>('[data-field]')?.dataset['field'];
        if (field !== undefined) left(field);
        void saver.flush();
      }}
    >
      <div className={classes['page']} inert={isBusy}>
        <div className={classes['top']}>
          <h1 className={classes['h1']}>{say.title}</h1>
          <span className={classes['saved']} data-fault={mark.fault !== null}>
            {mark.fault
              ? say.notSaved
              : mark.savedAt !== null && say.saved({ time: formatTime(mark.savedAt) })}
          </span>
          {!isBlank && (
            <>
              <Button variant="default" size="compact-sm" onClick={putAside}>
                {say.park}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                className={classes['danger'] ?? ''}
                onClick={() => openOver('drop')}
              >
                {say.drop}
              </Button>
            </>
          )}
        </div>
        {last && <OutcomeLine last={last} onReprint={() => void reprintLast()} />}
        <DraftOffer
          drafts={drafts}
          today={today}
          onResume={(draft) => {
            void page.openDraft(draft).then(() => walker.advance(null));
          }}
          onDrop={(draft) => void ask('intake.dropDraft', { id: draft })}
        />
        {shown && (
          <p className={notices['fault']} role="alert">
            {faultText(words, shown)}
          </p>
        )}
        <PageSections
          state={state}
          stops={stops}
          preview={preview}
          errors={errors}
          warnings={warnings}
          notice={card.notice}
          walker={walker}
          acts={acts}
        />
      </div>
      <RecordPanel
        preview={preview}
        warnings={looks}
        fault={previewFault}
        hasProcedure={sheet !== null}
        open={open}
        prints={machine?.printOnAccept ?? true}
        isBusy={isBusy}
        onAccept={accept}
        onPreview={() => openOver('preview')}
        onGuide={() => openOver('guide')}
        onRefuse={() => openOver('refuse')}
        onFirstProblem={() => toFirst([])}
      />
      <PaperSheets
        paper={over === 'sheets' ? paper : null}
        entries={form.components}
        acts={acts}
        onClose={giveUp}
      />
      <PaperPreview source={over === 'preview' ? { kind: 'draft', id, form } : null} onClose={giveUp} />
      <GuideModal
        opened={over === 'guide'}
        missing={preview?.missing ?? []}
        isBusy={isBusy}
        fault={slipFault}
        onClose={giveUp}
        onConfirm={(missing, reason) => void settle({ kind: 'guide', missing, reason })}
      />
      <RefuseModal
        opened={over === 'refuse'}
        isBusy={isBusy}
        fault={slipFault}
        onClose={giveUp}
        onConfirm={(reason) => void settle({ kind: 'refuse', reason })}
      />
      <DropModal
        who={over === 'drop' ? form.submitter.name || say.drafts.noName : null}
        onClose={giveUp}
        onConfirm={() => {
          finish();
          void saver
            .forget(id)
            .then(() => ask('intake.dropDraft', { id }))
            .then(() => {
              page.startNew();
              walker.goTo('submitter.name');
            });
        }}
      />
    </div>
  );
};
