import type { ReactNode } from 'react';
import classes from './today.module.css';

/**
 * For the buttons of a list, or of a table's column: the arrows move the focus to the next or the one before, Home and End to the ends.
 * Enter is the button's own.
 */
export const walkRows = (event: React.KeyboardEvent<HTMLButtonElement>): void => {
  const column = event.currentTarget.closest('td')?.cellIndex;
  const those = column === undefined ? 'button' : `td:nth-child(${column + 1}) button`;
  const list = event.currentTarget.closest('ul, tbody');
  const buttons = [...(list?.querySelectorAll<HTMLButtonElement>(those) ?? [])];
  const here = buttons.indexOf(event.currentTarget);
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
};

interface Props {
  title: string;
  hint?: string;
  /** Said when there is nothing in the list. */
  none?: string;
  aside?: ReactNode;
  /** 'due': the rows begin with an hour and a day. */
  look?: 'due';
  children: readonly ReactNode[];
}

/** One list of the day under its heading: walked with the arrows, a row opened with Enter. */
export const WalkList = ({ title, hint, none, aside, look, children }: Props) => (
  <section className={classes['card']} aria-label={title}>
    <div className={classes['cardHead']}>
      <h2 className={classes['heading']}>{title}</h2>
      {aside}
    </div>
    {hint !== undefined && <p className={classes['quiet']}>{hint}</p>}
    {children.length === 0 ? (
      <p className={classes['quiet']}>{none}</p>
    ) : (
      <ul className={[classes['rows'], look && classes[look]].filter(Boolean).join(' ')}>{children}</ul>
    )}
  </section>
);
