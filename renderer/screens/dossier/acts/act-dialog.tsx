import { useEffect, useMemo, useRef, useState } from 'react';
import { Alert, Button, Group, Kbd, Modal, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ActDone, DossierPage } from '../../../../shared/contract.ts';
import { isActCommand } from '../../../../shared/dossier/acts/commands.ts';
import type { ActCommand, ActInputs, ActKind } from '../../../../shared/dossier/acts/commands.ts';
import { warningsOf } from '../../../../shared/dossier/acts/guards.ts';
import { isTaken } from '../../../../shared/dossier/state.ts';
import type { Taken } from '../../../../shared/dossier/state.ts';
import type { Fault, Problem } from '../../../../shared/faults.ts';
import { ask } from '../../../bridge.ts';
import { useDesk } from '../../../desk-store.ts';
import { focusFirstInvalid } from '../../../focus.ts';
import { faultText, problemText, useWords } from '../../../words.ts';
import { PaperPreview } from '../../../paper/paper-preview.tsx';
import type { PaperSource } from '../../../paper/paper-source.ts';
import { useNow } from '../../dossiers/use-now.ts';
import { After } from './after.tsx';
import { actForms } from './forms.ts';
import { findTypedOf, keepTyped } from './half-typed.ts';
import { Problems } from './problems.ts';
import { useJudged, useRemembered } from './use-act.ts';
import classes from './acts.module.css';

interface Props<K extends ActKind> {
  kind: K;
  page: DossierPage;
  onClose: () => void;
  onDone: (done: ActDone, act: ActCommand) => void;
}

/** The act being filled in; one id as long as the form is open, also through a lock: however often it is sent, it is one act. */
const useDraft = <K extends ActKind>(kind: K, state: Taken, today: string) => {
  const [start] = useState<ActCommand<K>>(
    () =>
      findTypedOf(kind, state.id) ?? {
        kind,
        command: crypto.randomUUID(),
        ...actForms[kind].start({ state, today }),
      },
  );
  const [act, setAct] = useState(start);
  useEffect(() => {
    if (act !== start) keepTyped(state.id, act);
  }, [act, start, state.id]);
  const set = (change: Partial<ActInputs[K]>) => setAct((now) => ({ ...now, ...change }));
  return { act, set };
};

const Warnings = ({ state, kind }: { state: Taken; kind: ActKind }) => {
  const { warnings } = useWords().acts;
  const now = useNow();
  const applying = warningsOf(state, kind, now);
  if (applying.length === 0) return null;
  return (
    <Alert color="yellow" role="note">
      {applying.map((warning) => (
        <p key={warning}>{warnings[warning]}</p>
      ))}
    </Alert>
  );
};

/** What is wrong with a field stands below it; problems of fields this form does not show are said in words here. */
const Refusal = ({ fault, elsewhere }: { fault: Fault; elsewhere: readonly Problem[] }) => {
  const words = useWords();
  const isSaidBelow = fault.code === 'invalidInput' && elsewhere.length === 0;
  return (
    <Alert
      color="red"
      role="alert"
      className={classes['refusal'] ?? ''}
      data-alone={isSaidBelow ? undefined : true}
    >
      {fault.code === 'invalidInput' ? words.acts.forms.mend : faultText(words, fault)}
      {elsewhere.map((problem) => (
        <div key={`${problem.field} ${problem.code}`}>{problemText(words, problem)}</div>
      ))}
    </Alert>
  );
};

const findElsewhere = (fault: Fault, form: HTMLElement | null): Problem[] =>
  (fault.problems ?? []).filter(({ field }) => !form?.querySelector(`[data-field="${CSS.escape(field)}"]`));

interface FormProps {
  state: Taken;
  /** The paper to be signed is in front. */
  isPrinting: boolean;
  onPrint: (paper: PaperSource | null) => void;
}

const Form = <K extends ActKind>({
  kind,
  page,
  state,
  onClose,
  onDone,
  isPrinting,
  onPrint,
}: Props<K> & FormProps) => {
  const say = useWords().acts.forms;
  const { Body, asSent, signedFirst = false } = actForms[kind];
  const today = useDesk((desk) => desk.session?.day.day ?? '');
  const { act, set } = useDraft(kind, state, today);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ fault: Fault; elsewhere: Problem[] } | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const sent = useMemo(() => (asSent ? asSent(act) : act), [asSent, act]);
  const judged = useJudged(page.row.id, sent);
  const remembered = useRemembered();
  // Once she has tried, what is still wrong is told as she mends it.
  const problems = refused === null ? [] : (judged?.fault?.problems ?? refused.fault.problems ?? []);

  // The dialog puts the cursor into its first field without scrolling there.
  useEffect(() => {
    form.current?.querySelector('[data-autofocus]')?.scrollIntoView({ block: 'nearest' });
  }, []);

  const refuse = (fault: Fault) => {
    setRefused({ fault, elsewhere: findElsewhere(fault, form.current) });
    if (form.current) focusFirstInvalid(form.current);
  };
  const record = async () => {
    if (isBusy || isPrinting || !isActCommand(sent)) return;
    setBusy(true);
    const answer = await ask('act.do', { dossier: page.row.id, act: sent });
    setBusy(false);
    if (answer.ok) {
      onDone(answer.value, sent);
      return;
    }
    refuse(answer.fault);
  };
  /** The paper says what the act would: what bars the one bars the other. */
  const print = () => {
    if (!signedFirst || isPrinting || !isActCommand(sent)) return;
    if (judged?.fault) refuse(judged.fault);
    else onPrint({ kind: 'request', dossier: page.row.id, act: sent });
  };
  // Wherever the cursor is: a click beside the fields takes it out of the form.
  useHotkeys(
    [
      ['mod+Enter', () => void record()],
      ['mod+P', print],
    ],
    [],
  );
  return (
    <Problems value={problems}>
      <Stack ref={form} gap="sm">
        <Warnings state={state} kind={kind} />
        <Body {...{ act, set, page, state, today, remembered, judged }} />
        <div className={classes['foot']}>
          <After kind={kind} state={state} after={judged?.after ?? null} />
          {refused !== null && <Refusal {...refused} />}
          <Group gap="sm" ml="auto">
            <Button variant="default" onClick={onClose}>
              {say.cancel}
            </Button>
            {signedFirst && (
              <Button variant="default" onClick={print} rightSection={<Kbd>{say.printKey}</Kbd>}>
                {say.printRequest}
              </Button>
            )}
            <Button
              aria-busy={isBusy}
              onClick={() => void record()}
              rightSection={<Kbd>{say.recordKey}</Kbd>}
            >
              {isBusy ? say.recording : say.record}
            </Button>
          </Group>
        </div>
      </Stack>
    </Problems>
  );
};

/** The form of an act over the dossier's page. */
export const ActDialog = <K extends ActKind>(props: Props<K>) => {
  const words = useWords();
  const { kind, page, onClose } = props;
  const { state, row } = page;
  const [paper, setPaper] = useState<PaperSource | null>(null);
  if (!isTaken(state)) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={paper === null}
      title={`${words.acts.kinds[kind]} · ${row.code}`}
      size={actForms[kind].size ?? 640}
      returnFocus={false}
      classNames={{ content: classes['dialog'] ?? '' }}
      closeButtonProps={{ 'aria-label': words.acts.forms.cancel }}
    >
      <Form {...props} state={state} isPrinting={paper !== null} onPrint={setPaper} />
      <PaperPreview source={paper} onClose={() => setPaper(null)} />
    </Modal>
  );
};
