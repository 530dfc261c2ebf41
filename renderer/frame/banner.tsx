import type { DayState } from '../../shared/contract.ts';
import { openPanel } from '../desk-store.ts';
import { useWords } from '../words.ts';
import classes from './banner.module.css';

/** Stays over every screen while no number can be given out. */
export const DayBanner = ({ day }: { day: DayState }) => {
  const { common } = useWords();
  if (day.state === 'ok') return null;
  const restored = day.state === 'restored';
  return (
    <div className={classes['banner']} role="status">
      <span aria-hidden="true">{'▲'}</span>
      <span>{restored ? common.frame.restored : common.frame.dayDoubt}</span>
      <button type="button" className="button" onClick={() => openPanel(restored ? 'restore' : 'day')}>
        {restored ? common.frame.restoredConfirm : common.frame.dayConfirm}
      </button>
    </div>
  );
};
