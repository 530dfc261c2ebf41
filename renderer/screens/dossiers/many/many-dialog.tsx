import { useRef, useState } from 'react';
import { Alert, Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { Fault } from '../../../../shared/faults.ts';
import { PanelDialog } from '../../../frame/panel-dialog.tsx';
import { toast } from '../../../frame/toast.ts';
import { faultText, problemText, useWords } from '../../../words.ts';
import type { Messages } from '../../../../shared/messages/index.ts';
import type { ListForm } from '../../../../shared/lists/content.ts';
import { settleMarks, useListView } from '../list-view.ts';
import { CallForm, HandOverForm, NumberForm, ResultForm, ReturnForm, StoreForm } from './many-forms.tsx';
import { listOfAct } from './many-acts.ts';
import type { ManyAct } from './many-acts.ts';
import { runMany } from './run-many.ts';
import type { Pile } from './run-many.ts';
import classes from './many.module.css';

const forms = {
  handOver: HandOverForm,
  numberResult: NumberForm,
  recordResult: ResultForm,
  notifyCitizen: CallForm,
  returnResult: ReturnForm,
  storePaperFile: StoreForm,
};

const whyText = (words: Messages, fault: Fault): string =>
  fault.problems && fault.problems.length > 0
    ? fault.problems.map((problem) => problemText(words, problem)).join(' ')
    : faultText(words, fault);

/** Faults that are the same for all are said once. */
const whysOf = (words: Messages, faults: readonly Fault[]): { text: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const fault of faults) {
    const text = whyText(words, fault);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => ({ text, count }));
};

interface Props {
  act: ManyAct;
  onClose: () => void;
  /** The list that goes with what was done, once the form is left. */
  onList: (form: ListForm, dossiers: string[]) => void;
}

/** One form for the pile; what was refused stays marked, and the same form may be sent again. */
export const ManyDialog = ({ act, onClose, onList }: Props) => {
  const words = useWords();
  const say = words.day.many;
  const marked = useListView((view) => view.marked);
  /** One id for the whole pile: sent again, nothing is done twice. */
  const [command] = useState(() => crypto.randomUUID());
  const done = useRef<string[]>([]);
  const pile = useRef<(() => Pile) | null>(null);
  const [running, setRunning] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Fault[]>([]);
  const Form = forms[act];

  const leave = () => {
    const form = listOfAct[act];
    onClose();
    if (form !== undefined && done.current.length > 0) onList(form, done.current);
  };

  const run = async () => {
    if (pile.current === null || running !== null) return;
    setRunning(0);
    // In the order they came (their ids begin with the time): so the numbers of their slips run with their codes.
    const answers = await runMany([...marked.keys()].sort(), pile.current(), setRunning);
    const faults = answers.flatMap(({ fault }) => (fault === null ? [] : [fault]));
    done.current.push(...answers.flatMap(({ dossier, fault }) => (fault === null ? [dossier] : [])));
    settleMarks(answers);
    setRunning(null);
    setRefused(faults);
    const count = answers.length - faults.length;
    if (count > 0) toast('good', say.done({ act: words.acts.kinds[act], count }), 'many');
    if (faults.length === 0) leave();
  };

  useHotkeys([['mod+Enter', () => void run()]], []);
  return (
    <PanelDialog title={say.title({ act: words.acts.kinds[act], count: marked.size })} opened onClose={leave}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <Form command={command} pile={pile} />
        {refused.length > 0 && (
          <Alert color="red" title={say.refused({ count: refused.length })}>
            <ul className={classes['whys']}>
              {whysOf(words, refused).map(({ text, count }) => (
                <li key={text}>
                  {text} ({count})
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <div className={classes['foot']}>
          <Button variant="default" onClick={leave}>
            {words.acts.forms.cancel}
          </Button>
          <Button type="submit" disabled={running !== null} rightSection={<Kbd size="xs">{say.runKey}</Kbd>}>
            {running === null ? say.run : say.running({ done: running, count: marked.size })}
          </Button>
        </div>
      </form>
    </PanelDialog>
  );
};
