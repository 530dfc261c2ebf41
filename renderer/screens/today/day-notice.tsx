import { Button } from '@mantine/core';
import classes from './today.module.css';

interface DayNoticeProps {
  role: 'status' | 'alert';
  text: string;
  /** What the button beside it does, in words. */
  act: string;
  onAct: () => void;
}

/** A line above the day that stays until somebody has acted on it. */
export const DayNotice = ({ role, text, act, onAct }: DayNoticeProps) => (
  <div className={classes['unsure']} role={role}>
    <span aria-hidden="true" className={classes['unsureShape']} />
    <span>{text}</span>
    <Button size="sm" variant="default" onClick={onAct}>
      {act}
    </Button>
  </div>
);
