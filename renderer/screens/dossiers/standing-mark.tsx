import type { Standing, Tone } from './row-standing.ts';
import classes from './standing-mark.module.css';

/** A shape beside each word, so that colour is never alone. */
const shapes: Record<Tone, string> = { plain: '○', due: '◆', late: '▲', done: '●', stop: '■' };

export const StandingMark = ({ standing }: { standing: Standing }) => (
  <span className={classes['mark']} data-tone={standing.tone}>
    <span aria-hidden="true" className={classes['shape']}>
      {shapes[standing.tone]}
    </span>
    <span className={classes['text']}>{standing.text}</span>
  </span>
);
