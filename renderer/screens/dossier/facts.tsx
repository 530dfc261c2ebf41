import type { ReactNode } from 'react';
import classes from './dossier.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Names and values side by side; what is empty is left out. */
export const Facts = ({ facts }: { facts: readonly (Fact | false)[] }) => (
  <dl className={classes['facts']}>
    {facts.map((fact) =>
      fact === false || fact.value === false || fact.value === '' || fact.value === null ? null : (
        <div className={classes['fact']} key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ),
    )}
  </dl>
);

interface CardProps {
  title: string;
  children: ReactNode;
}

/** One part of the page under its heading. */
export const Card = ({ title, children }: CardProps) => (
  <section className={classes['card']} aria-label={title}>
    <h2 className={classes['heading']}>{title}</h2>
    {children}
  </section>
);
