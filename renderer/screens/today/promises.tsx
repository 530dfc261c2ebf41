import { useRef, useState } from 'react';
import { Button } from '@mantine/core';
import type { PromiseInQuestion } from '../../../shared/contract.ts';
import { formatShortDate, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import { shortProcedureName } from '../../../shared/catalogue/short-name.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import { faultText, useWords, wordsNow } from '../../words.ts';
import { useTold } from '../../use-told.ts';
import classes from './promises.module.css';
import today from './today.module.css';
import { walkRows } from './walk-list.tsx';

/** As many stand on the day's screen before she asks for all: the soonest first. */
const atFirst = 4;

const whenIn = (words: Messages) => (at: number) =>
  `${formatTime(at)} ${formatShortDate(at, words.calendar)}`;

/** She was called: written down as any other call, with what it was about. */
const noteTold = async ({ id, phone, name, wouldBe }: PromiseInQuestion): Promise<void> => {
  const words = wordsNow();
  const say = words.day.promises;
  const answer = await ask('act.do', {
    dossier: id,
    act: {
      kind: 'notifyCitizen',
      command: crypto.randomUUID(),
      how: 'phone',
      reached: true,
      to: phone,
      note: say.calledNote({ wouldBe: whenIn(words)(wouldBe) }),
    },
  });
  if (answer.ok) toast('good', say.noted({ name }), 'promises');
  else toast('fault', faultText(words, answer.fault), 'promises');
};

interface LineProps {
  one: PromiseInQuestion;
  onCalled: () => void;
}

/** Whom to call on which number, what her paper says, what the new calendar makes of it, and the one thing that settles it. */
const Line = ({ one, onCalled }: LineProps) => {
  const words = useWords();
  const say = words.day.promises;
  const when = whenIn(words);
  const kinds = { closedThatDay: say.closed, later: say.later, earlier: say.earlier };
  const open = () => go('dossier', { id: one.id });
  // A date given by hand is not counted again: only a new one in writing settles it.
  const isKnown = one.wouldBe !== one.promised;
  const mayCall = isKnown && one.phone !== '';
  const act = mayCall ? say.called : say.open;
  const newDate = one.kind === 'earlier' ? say.fromThen : say.newDate;
  return (
    <li className={classes['line']}>
      <span className={classes['phone']}>{one.phone === '' ? say.noPhone : one.phone}</span>
      <span className={classes['who']}>
        <strong>{one.name}</strong>
        <span className={today['quiet']}>
          <button type="button" className="button plain" onKeyDown={walkRows} onClick={open}>
            {one.code}
          </button>{' '}
          · {shortProcedureName(one.procedureName)}
          {one.ownerName !== one.name && ` · ${say.owner({ name: one.ownerName })}`}
        </span>
      </span>
      <span className={classes['dates']}>
        <span>{say.printed({ when: when(one.promised) })}</span>
        <strong>{isKnown ? newDate({ when: when(one.wouldBe) }) : say.toBeGiven}</strong>
        <span className={today['quiet']}>{kinds[one.kind]}</span>
      </span>
      <Button
        size="compact-md"
        variant="default"
        className={classes['act'] ?? ''}
        onKeyDown={walkRows}
        aria-label={`${act}: ${one.name}, ${one.code}`}
        onClick={mayCall ? onCalled : open}
      >
        {act}
      </Button>
    </li>
  );
};

/** Whom a later holiday notice touches; nothing while nobody is. */
export const Promises = () => {
  const say = useWords().day.promises;
  const { answer } = useTold(() => ask('day.promises', {}), 'delta', true);
  const [isWhole, setWhole] = useState(false);
  /** Calls being written down: an impatient hand writes each once. */
  const underWay = useRef(new Set<string>());
  const noteOnce = async (one: PromiseInQuestion) => {
    if (underWay.current.has(one.id)) return;
    underWay.current.add(one.id);
    await noteTold(one);
    underWay.current.delete(one.id);
  };
  const found = answer?.ok === true ? answer.value : [];
  if (found.length === 0) return null;
  const title = say.title({ count: found.length });
  const shown = isWhole ? found : found.slice(0, atFirst);
  return (
    <section className={today['promises']} aria-label={title}>
      <h2 className={today['heading']}>{title}</h2>
      <p className={today['quiet']}>{say.hint}</p>
      <ul className={classes['lines']}>
        {shown.map((one) => (
          <Line key={one.id} one={one} onCalled={() => void noteOnce(one)} />
        ))}
      </ul>
      {found.length > atFirst && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes['all'] ?? ''}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? say.fewer : say.all({ count: found.length })}
        </Button>
      )}
    </section>
  );
};
