import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { CertificationPage, PileRow } from '../../../shared/contract.ts';
import { parseCard } from '../../../shared/citizen/card.ts';
import { readPaperLine } from '../../../shared/certification/paper-line.ts';
import { isBlankPile, weighPile } from '../../../shared/certification/pile.ts';
import { formatTime } from '../../../shared/calendar/vietnam-time.ts';
import type { Fault } from '../../../shared/faults.ts';
import { useBeforeLock } from '../../before-lock.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { PanelDialog } from '../../frame/panel-dialog.tsx';
import { toast } from '../../frame/toast.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import type { PaperSource } from '../../paper/paper-source.ts';
import { usePageScan } from '../../page-scan.ts';
import { faultText, problemText, useWords } from '../../words.ts';
import { CertificationDialogs } from './dialogs.tsx';
import type { DialogName } from './dialogs.tsx';
import { DraftList } from './draft-list.tsx';
import { lastPileText, printPile, useLastPile } from './last-pile.ts';
import { PaperEntry } from './paper-entry.tsx';
import { PaperRows } from './paper-rows.tsx';
import { RecordPanel } from './record-panel.tsx';
import { RegisterPanel } from './register-panel.tsx';
import { RequesterFields } from './requester-fields.tsx';
import { StandingNotices } from './standing-notices.tsx';
import { TextForm } from './text-form.tsx';
import { usePile } from './use-pile.ts';
import { useRegister } from './use-register.ts';
import classes from './certification.module.css';

const reprintKey = 'F9';

const isInFront = (): boolean => {
  const { screen, panel } = useDesk.getState();
  return screen === 'certification' && panel === null;
};

const Page = ({ page, again }: { page: CertificationPage; again: () => void }) => {
  const words = useWords();
  const say = words.certification.screen;
  const { state, dispatch, saver, mark, open, startNew, drop } = usePile();
  const { id, form, line, tried } = state;
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [paper, setPaper] = useState<PaperSource | null>(null);
  const [withdrawing, setWithdrawing] = useState<PileRow | null>(null);
  const clerk = useDesk((desk) => desk.session?.clerk.id ?? '');
  const visits = useDesk((desk) => desk.visits.certification);
  const last = useLastPile(({ last: one }) => (one?.clerk === clerk ? one : null));
  const name = useRef<HTMLInputElement>(null);
  const entry = useRef<HTMLInputElement>(null);

  const { pile, problems } = useMemo(() => weighPile(form, page.rates), [form, page.rates]);
  const errors = useMemo(
    () =>
      tried
        ? Object.fromEntries(problems.map((problem) => [problem.field, problemText(words, problem)]))
        : {},
    [tried, problems, words],
  );

  // Shift+F2 leads to where the typing begins, unless something has to be answered first.
  useEffect(() => {
    name.current?.focus();
  }, [visits]);

  usePageScan((scan) => {
    if (!isInFront() || dialog !== null) return false;
    if (scan.kind !== 'card') return false;
    const read = parseCard(scan.text, page.day.day);
    if (!read.ok) {
      toast('fault', say.cardUnread, 'scan');
      return true;
    }
    const { name: fullName, idNumber, address } = read.card.person;
    dispatch({ type: 'requester', change: { name: fullName, idNumber, address } });
    entry.current?.focus();
    return true;
  });
  useBeforeLock(() => saver.flush());

  const toFirst = (fields: readonly string[]) => {
    dispatch({ type: 'tried' });
    const [first = ''] = fields;
    const wanted = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(first)}"]`);
    const field = first === 'papers' ? entry.current : wanted;
    (field ?? name.current)?.focus();
  };

  const accept = async () => {
    if (isBusy) return;
    // A line still in the entry field belongs to the pile: it was typed to be in it.
    const typed = readPaperLine(line, page.kinds, form.papers.at(-1));
    const whole = typed ? { ...form, papers: [...form.papers, typed.line] } : form;
    if (isBlankPile(whole)) {
      name.current?.focus();
      return;
    }
    if (typed) dispatch({ type: 'added', paper: typed.line });
    const found = weighPile(whole, page.rates).problems;
    if (found.length > 0) {
      toFirst(found.map(({ field }) => field));
      return;
    }
    setBusy(true);
    await saver.flush();
    await saver.forget(id);
    const answer = await ask('certification.accept', { id, form: whole });
    setBusy(false);
    if (!answer.ok) {
      setFault(answer.fault);
      // What was typed goes on being a draft.
      saver.note(id, whole);
      return;
    }
    setFault(null);
    useLastPile.setState({ last: { clerk, answer: answer.value, paper: { state: 'off' } } });
    startNew();
    name.current?.focus();
    const { printSlip: slip, printAttestations: attestations } = page.settings;
    void printPile(answer.value, { slip, attestations });
  };

  const reprint = () => {
    if (last) void printPile(last.answer, { slip: true, attestations: false });
  };

  const inFront = () => isInFront() && dialog === null && paper === null && withdrawing === null;
  useHotkeys(
    [
      ['mod+Enter', () => inFront() && void accept(), { preventDefault: true }],
      [
        'F9',
        (event) => {
          if (!inFront() || !last) return;
          event.preventDefault();
          reprint();
        },
        { preventDefault: false },
      ],
    ],
    [],
  );

  const said = last && lastPileText(last, words);
  return (
    <div className={classes['screen']}>
      <div
        className={classes['page']}
        onBlurCapture={() => {
          void saver.flush();
        }}
      >
        <div className={classes['top']}>
          <h1>{say.title}</h1>
          <span className={classes['saved']} data-fault={mark.fault !== null}>
            {mark.fault
              ? say.notSaved
              : mark.savedAt !== null && say.saved({ time: formatTime(mark.savedAt) })}
          </span>
          {!isBlankPile(form) && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => void drop().then(() => name.current?.focus())}
            >
              {say.drop}
            </Button>
          )}
        </div>
        {said && (
          <div className={classes['outcome']} data-tone={said.tone}>
            <p role="status">{said.text}</p>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={reprint}
              rightSection={<kbd>{reprintKey}</kbd>}
            >
              {say.waiting.slip}
            </Button>
          </div>
        )}
        <DraftList
          drafts={page.drafts.filter((draft) => draft.id !== id)}
          onResume={(draft) => {
            void saver.flush().then(() => {
              open(draft.id, draft.form);
              again();
              entry.current?.focus();
            });
          }}
          onDropped={again}
        />
        <StandingNotices page={page} />
        {fault && (
          <p className="fault" role="alert">
            {faultText(words, fault)}
          </p>
        )}
        {page.standing !== 'unopened' && (
          <>
            <section className={classes['section']} aria-label={say.requester}>
              <RequesterFields
                requester={form.requester}
                errors={errors}
                dispatch={dispatch}
                name={name}
                onNext={() => entry.current?.focus()}
              />
            </section>
            <section className={classes['section']} aria-label={say.papers}>
              <PaperEntry
                state={state}
                dispatch={dispatch}
                kinds={page.kinds}
                rates={page.rates}
                field={entry}
                error={errors['papers'] ?? null}
              />
              <PaperRows papers={form.papers} rates={page.rates} errors={errors} dispatch={dispatch} />
            </section>
            <section className={classes['rare']} aria-label={say.note}>
              <Autocomplete
                label={say.exemption}
                placeholder={say.exemptionHint}
                data={page.exemptions}
                value={form.exemption}
                error={errors['exemption']}
                onChange={(exemption) => dispatch({ type: 'set', change: { exemption } })}
              />
              <TextInput
                label={say.note}
                value={form.note}
                error={errors['note']}
                autoComplete="off"
                onChange={(event) => dispatch({ type: 'set', change: { note: event.currentTarget.value } })}
              />
            </section>
          </>
        )}
      </div>
      <div className={classes['side']}>
        {page.standing !== 'unopened' && (
          <RecordPanel page={page} pile={pile} isBusy={isBusy} onAccept={() => void accept()} />
        )}
        <RegisterPanel page={page} onDialog={setDialog} onPaper={setPaper} onWithdraw={setWithdrawing} />
      </div>
      <CertificationDialogs name={dialog} page={page} onClose={() => setDialog(null)} onPaper={setPaper} />
      <PanelDialog
        title={say.waiting.withdraw}
        opened={withdrawing !== null}
        onClose={() => setWithdrawing(null)}
      >
        <TextForm
          fields={[{ name: 'reason', label: say.waiting.withdrawWhy }]}
          submit={say.waiting.withdraw}
          onSubmit={({ reason = '' }) =>
            ask('certification.withdraw', { pile: withdrawing?.id ?? '', reason })
          }
          onDone={() => setWithdrawing(null)}
        />
      </PanelDialog>
      <PaperPreview source={paper} onClose={() => setPaper(null)} />
    </div>
  );
};

/** Copy certification at speed (Shift+F2): a pile of papers, one key, numbers from the register. */
export const CertificationScreen = () => {
  const words = useWords();
  const { page, fault, again } = useRegister();
  if (page) return <Page page={page} again={again} />;
  return (
    <div className={classes['screen']}>
      <div className={classes['page']}>
        <h1>{words.certification.screen.title}</h1>
        {fault && (
          <p className="fault" role="alert">
            {faultText(words, fault)}
          </p>
        )}
      </div>
    </div>
  );
};

export default CertificationScreen;
