import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { formatDay, formatTime, localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { shortProcedureName } from '../../../shared/catalogue/short-name.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import { useTold } from '../../use-told.ts';
import { faultText, useWords } from '../../words.ts';
import { WalkList, walkRows } from './walk-list.tsx';
import classes from './today.module.css';

/** Rows of it here; the rest follow as these are taken in. */
const shown = 8;

/** What citizens filed online (F8): a row opens its page, everything they typed in its place; nothing while none waits. */
export const OnlineSubmissions = ({ now, mayReceive }: { now: number; mayReceive: boolean }) => {
  const words = useWords();
  const say = words.today.online;
  const { answer, reload } = useTold(() => ask('online.list', {}), 'online', mayReceive);
  const visit = useDesk((desk) => desk.visits.today);
  const isAsked = useDesk((desk) => desk.params.today.focus === 'online');
  const place = useRef<HTMLDivElement>(null);
  const list = answer?.ok === true ? answer.value : null;
  /** The visit for which the list was read: this screen may have stood hidden since, and what it shows be of then. */
  const [readFor, setReadFor] = useState(-1);
  const readAgain = useEffectEvent(reload);
  useEffect(() => {
    if (isAsked && mayReceive) void readAgain().then(() => setReadFor(visit));
  }, [isAsked, mayReceive, visit]);
  const point = useEffectEvent(() => {
    const first = place.current?.querySelector('button');
    if (first) first.focus();
    else toast('plain', say.none, 'online');
  });
  useEffect(() => {
    if (readFor >= 0) point();
  }, [readFor]);

  const open = async (dossier: string) => {
    const begun = await ask('online.begin', { dossier });
    if (begun.ok) go('intake', begun.value);
    else {
      toast('fault', faultText(words, begun.fault), 'online');
      void reload();
    }
  };
  const whenOf = (at: number) =>
    localDateAt(at) === localDateAt(now) ? formatTime(at) : `${formatTime(at)} ${formatDay(at)}`;

  return (
    <div ref={place} hidden={list === null || list.total === 0}>
      {list !== null && (
        <WalkList title={say.title({ count: list.total })} hint={say.hint}>
          {list.rows.slice(0, shown).map((row) => (
            <li key={row.dossier}>
              <button
                type="button"
                className={classes['draft']}
                onKeyDown={walkRows}
                onClick={() => void open(row.dossier)}
              >
                <span className={classes['who']}>
                  <strong>{row.who}</strong>
                  {' · '}
                  {row.procedureName === ''
                    ? say.unknownProcedure({ code: row.procedure })
                    : shortProcedureName(row.procedureName)}
                </span>
                <span className={classes['quiet']}>
                  {say.sent({ when: whenOf(row.submittedAt), files: row.files })}
                </span>
                <span className={classes['resume']}>{row.begun ? say.goOn : say.takeIn}</span>
              </button>
            </li>
          ))}
        </WalkList>
      )}
    </div>
  );
};
