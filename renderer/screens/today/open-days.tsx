import { formatDay } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { maySignFiles } from '../../signing/may-sign.ts';
import { useTold } from '../../use-told.ts';
import { useWords } from '../../words.ts';
import classes from './today.module.css';

/** Days before today that nobody closed: offered, never asked for. */
export const OpenDays = ({ today }: { today: string }) => {
  const say = useWords().seals.notice;
  const maySeal = useDesk((desk) => maySignFiles(desk.session?.clerk.roles ?? []));
  const { answer } = useTold(() => ask('seals.open', {}), 'seals', maySeal);
  const open = answer?.ok === true ? answer.value.open.filter(({ day }) => day < today) : [];
  const [first] = open;
  if (first === undefined) return null;
  return (
    <p className={classes['offer']}>
      <span>{say.text({ count: open.length, first: formatDay(first.day) })}</span>
      <button type="button" className="button plain" onClick={() => go('seals', {})}>
        {say.act}
      </button>
    </p>
  );
};
