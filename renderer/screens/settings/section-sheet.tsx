import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './settings.module.css';

interface SectionSheetProps {
  title: string;
  text: string;
  /** What went wrong, '' when nothing. */
  told?: string;
  children: ReactNode;
}

/** One part of the settings: its name, one sentence of what it decides, its fields. */
export const SectionSheet = ({ title, text, told = '', children }: SectionSheetProps) => {
  const id = useId();
  return (
    <section className={classes['part']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p className="hint">{text}</p>
      </header>
      <div role="status">{told !== '' && <p className="fault">{told}</p>}</div>
      {children}
    </section>
  );
};
