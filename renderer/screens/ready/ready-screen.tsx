import { useEffect, useRef, useState } from 'react';
import { Button, Kbd } from '@mantine/core';
import type { ReadyGroup } from '../../../shared/contract.ts';
import { formatShortDate, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import { shortProcedureName } from '../../../shared/catalogue/short-name.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import { faultText, useWords } from '../../words.ts';
import { isFocusFree } from '../dossiers/focus-free.ts';
import { printKey } from '../dossiers/many/many-print.tsx';
import { useTold } from '../../use-told.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import type { PaperSource } from '../../paper/paper-source.ts';
import { noteCall } from './note-call.ts';
import type { CallOutcome } from './note-call.ts';
import classes from './ready.module.css';

const keys: Readonly<Record<string, CallOutcome>> = { g: 'reached', k: 'silent', s: 'wrong' };
const outcomes = [
  ['reached', 'G'],
  ['silent', 'K'],
  ['wrong', 'S'],
] as const satisfies readonly (readonly [CallOutcome, string])[];

const keyOf = ({ phone, dossiers }: ReadyGroup): string => `${phone} ${dossiers[0]?.id ?? ''}`;

const Person = ({ group, chosen }: { group: ReadyGroup; chosen: boolean }) => {
  const words = useWords();
  const say = words.day.ready;
  const when = (at: number) => `${formatTime(at)} ${formatShortDate(at, words.calendar)}`;
  const since = Math.min(...group.dossiers.map(({ readySince, receivedAt }) => readySince ?? receivedAt));
  return (
    <>
      <span className={classes['phone']}>{group.phone === '' ? say.noPhone : group.phone}</span>
      <span className={classes['who']}>
        <strong>{group.name}</strong>
        <span className={classes['what']}>
          {group.dossiers
            .map(({ code, procedureName }) => `${code} · ${shortProcedureName(procedureName)}`)
            .join('; ')}
        </span>
      </span>
      <span className={classes['since']}>
        {say.since({ when: when(since) })}
        <span className={classes['quiet']}>
          {say.calls({ count: group.calls, last: group.lastAt === null ? '' : when(group.lastAt) })}
        </span>
      </span>
      {chosen && (
        <span className={classes['sentence']}>
          {say.sentence({ codes: group.dossiers.map(({ code }) => code).join(', ') })}
        </span>
      )}
    </>
  );
};

/** Who is to be telephoned, one after another: one key writes down what came of the call and goes on. */
export const ReadyScreen = () => {
  const words = useWords();
  const say = words.day.ready;
  const { answer } = useTold(() => ask('day.ready', {}), 'delta', true);
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const busy = useRef(false);
  const [paper, setPaper] = useState<PaperSource | null>(null);
  const groups = answer?.ok === true ? answer.value.groups : [];
  const chosen = Math.min(at, groups.length - 1);
  const group = groups[chosen];

  const isThere = groups.length > 0;
  useEffect(() => {
    if (isThere && isFocusFree()) list.current?.focus({ preventScroll: true });
  }, [isThere]);

  const note = async (outcome: CallOutcome) => {
    if (group === undefined || busy.current) return;
    if (group.phone === '') {
      toast('plain', say.noNumber, 'call');
      return;
    }
    busy.current = true;
    const fault = await noteCall(group, outcome);
    busy.current = false;
    if (fault !== null) toast('fault', faultText(words, fault), 'call');
    else {
      toast('good', say.noted({ name: group.name, outcome: say.outcomes[outcome] }), 'call');
      // Reached, she leaves the list and the next one stands in her place; else on to the next.
      if (outcome !== 'reached') setAt(Math.min(chosen + 1, groups.length - 1));
    }
  };

  /** On paper, for whoever telephones from another room. */
  const print = () =>
    setPaper({
      kind: 'list',
      list: crypto.randomUUID(),
      form: 'readyList',
      dossiers: groups.flatMap(({ dossiers }) => dossiers.map(({ id }) => id)),
    });

  const walk = (next: number) => {
    const to = Math.max(0, Math.min(groups.length - 1, next));
    setAt(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const outcome = keys[event.key.toLowerCase()];
    const step = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: groups.length - 1 }[event.key];
    if (outcome !== undefined) void note(outcome);
    else if (event.key.toUpperCase() === printKey) print();
    else if (step !== undefined) walk(step);
    else if (event.key === 'Enter' && group?.dossiers[0]) go('dossier', { id: group.dossiers[0].id });
    else if (event.key === 'Escape') go('today', {});
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes['screen']}>
      <div className={classes['head']}>
        <h1>{say.title}</h1>
        {answer?.ok === true && (
          <span role="status" className={classes['quiet']}>
            {say.total({ people: groups.length, count: answer.value.total })}
          </span>
        )}
      </div>
      {answer?.ok === false && <p className="fault">{`${say.failed}. ${faultText(words, answer.fault)}`}</p>}
      {answer?.ok === true && !isThere && <p className={classes['quiet']}>{say.none}</p>}
      {isThere && (
        <>
          <div className={classes['acts']}>
            {outcomes.map(([outcome, key]) => (
              <Button
                key={outcome}
                size="sm"
                variant={outcome === 'reached' ? 'filled' : 'default'}
                rightSection={<Kbd size="xs">{key}</Kbd>}
                onClick={() => void note(outcome)}
              >
                {say.outcomes[outcome]}
              </Button>
            ))}
            <Button
              size="sm"
              variant="default"
              rightSection={<Kbd size="xs">{printKey}</Kbd>}
              onClick={print}
            >
              {words.lists.print}
            </Button>
            <span className={classes['quiet']}>{say.keys}</span>
          </div>
          <div
            ref={list}
            role="listbox"
            tabIndex={0}
            aria-label={say.list}
            aria-activedescendant={`ready-${chosen}`}
            className={classes['list']}
            onKeyDown={onKeyDown}
          >
            {groups.map((one, index) => (
              <div
                key={keyOf(one)}
                id={`ready-${index}`}
                role="option"
                aria-selected={index === chosen}
                tabIndex={-1}
                className={classes['person']}
                onMouseDown={(event) => {
                  event.preventDefault();
                  setAt(index);
                }}
              >
                <Person group={one} chosen={index === chosen} />
              </div>
            ))}
          </div>
        </>
      )}
      <PaperPreview source={paper} onClose={() => setPaper(null)} />
    </div>
  );
};
