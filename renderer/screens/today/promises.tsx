import { useRef } from 'react';
import { Button } from '@mantine/core';
import type { PromiseInQuestion } from '../../../shared/contract.ts';
import { formatShortDate, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import { faultText, useWords, wordsNow } from '../../words.ts';
import { useTold } from '../../use-told.ts';
import classes from './today.module.css';

const whenIn = (words: Messages) => (at: number) =>
  `${formatTime(at)} ${formatShortDate(at, words.calendar)}`;

/** She was called: written down as any other call, with what it was about. */
const noteTold = async ({ id, phone, ownerName, wouldBe }: PromiseInQuestion): Promise<void> => {
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
  if (answer.ok) toast('good', say.noted({ name: ownerName }), 'promises');
  else toast('fault', faultText(words, answer.fault), 'promises');
};

/** Whom a later holiday notice touches, with the two things that settle it; nothing while nobody is. */
export const Promises = () => {
  const words = useWords();
  const say = words.day.promises;
  const { answer } = useTold(() => ask('day.promises', {}), 'delta', true);
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
  const when = whenIn(words);
  const kinds = { closedThatDay: say.closed, later: say.later, earlier: say.earlier };
  const title = say.title({ count: found.length });
  return (
    <section className={classes['promises']} aria-label={title}>
      <h2 className={classes['heading']}>{title}</h2>
      <p className={classes['quiet']}>{say.hint}</p>
      <ul className={classes['promiseRows']}>
        {found.map((one) => (
          <li key={one.id} className={classes['promise']}>
            <span className={classes['promiseWho']}>
              <strong>{one.ownerName}</strong> · {one.phone === '' ? say.noPhone : one.phone} · {one.code}
            </span>
            <span className={classes['quiet']}>
              {say.line({
                promised: when(one.promised),
                wouldBe: when(one.wouldBe),
                kind: kinds[one.kind],
              })}
            </span>
            <span className={classes['promiseActs']}>
              <Button
                size="compact-sm"
                variant="default"
                disabled={one.phone === ''}
                onClick={() => void noteOnce(one)}
              >
                {say.called}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => go('dossier', { id: one.id })}>
                {say.open}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
