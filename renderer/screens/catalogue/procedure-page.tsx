import { useEffect } from 'react';
import { Alert, Button, Group } from '@mantine/core';
import { formatTerm } from '../../../shared/calendar/explain-deadline.ts';
import { formatDay, formatMinute, parseClock } from '../../../shared/calendar/vietnam-time.ts';
import type { ProcedureSheet } from '../../../shared/contract.ts';
import { go, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { Card, Facts } from '../dossier/facts.tsx';
import { useLeaveKey } from '../dossier/use-leave-key.ts';
import { Confidence } from './confidence.tsx';
import { ProcedureComponents } from './procedure-components.tsx';
import { ProcedureFees } from './procedure-fees.tsx';
import classes from './catalogue.module.css';

interface Props {
  sheet: ProcedureSheet;
  onBack: () => void;
  onSheet: () => void;
}

const TermCard = ({ sheet: { procedure, catalogueVersion } }: Pick<Props, 'sheet'>) => {
  const words = useWords();
  const say = words.dossiers.procedures;
  const { term, effectiveFrom, effectiveTo } = procedure;
  return (
    <Card title={say.term}>
      <p className={classes['term']}>{formatTerm(term, words.calendar)}</p>
      <Confidence of={procedure.confidence.term} />
      {term.cutoff !== undefined && (
        <p className={classes['quiet']}>{say.cutoff({ time: formatMinute(parseClock(term.cutoff) ?? 0) })}</p>
      )}
      {procedure.termNote !== '' && <p className={classes['quiet']}>{procedure.termNote}</p>}
      {procedure.cases.length > 1 && (
        <>
          <h3 className={classes['subheading']}>{say.cases}</h3>
          <ul className={classes['plainList']}>
            {procedure.cases.map((one) => (
              <li key={one.id}>
                {one.name}
                {one.term !== undefined && ` · ${formatTerm(one.term, words.calendar)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Facts
        facts={[
          { label: say.agency, value: procedure.agency },
          { label: say.results, value: procedure.results.join('; ') },
          { label: say.officialName, value: procedure.officialName ?? '' },
          { label: say.aliases, value: procedure.aliases.join(', ') },
          { label: say.source, value: procedure.source },
        ]}
      />
      <p className={classes['quiet']}>
        {effectiveTo === null
          ? say.effective({ from: formatDay(effectiveFrom) })
          : say.effectiveUntil({ from: formatDay(effectiveFrom), to: formatDay(effectiveTo) })}
        {' · '}
        {say.catalogueVersion({ version: catalogueVersion })}
      </p>
    </Card>
  );
};

/** What a citizen asks about a procedure: which papers, how much, how long; then take it in, or hand out its sheet. */
export const ProcedurePage = ({ sheet, onBack, onSheet }: Props) => {
  const words = useWords();
  const say = words.dossiers.procedures;
  const mayReceive = useDesk((desk) => desk.session?.clerk.roles.includes('reception') ?? false);
  const { procedure } = sheet;
  useLeaveKey(onBack);
  useEffect(() => {
    // From here Tab reaches what can be done with it, Esc the list.
    document.getElementById('procedure-title')?.focus({ preventScroll: true });
  }, []);
  return (
    <article className={classes['page']} aria-label={procedure.name}>
      <header className={classes['pageHead']}>
        <h2 className={classes['pageTitle']} tabIndex={-1} id="procedure-title">
          {procedure.name}
        </h2>
        <p className={classes['quiet']}>
          {procedure.code} · {procedure.field}
        </p>
        <Confidence of={procedure.confidence.code} />
        {!procedure.takenAtDesk && <Alert color="yellow">{words.catalogue.notAtDesk}</Alert>}
        <Group gap="xs">
          {procedure.takenAtDesk && mayReceive && (
            <Button onClick={() => go('intake', { procedure: procedure.code })}>{say.start}</Button>
          )}
          <Button variant="default" onClick={onSheet}>
            {say.printSheet}
          </Button>
          <Button variant="subtle" className={classes['back'] ?? ''} onClick={onBack}>
            {say.back}
          </Button>
        </Group>
      </header>
      <div className={classes['cards']}>
        <ProcedureComponents procedure={procedure} />
        <ProcedureFees sheet={sheet} />
        <TermCard sheet={sheet} />
      </div>
    </article>
  );
};
