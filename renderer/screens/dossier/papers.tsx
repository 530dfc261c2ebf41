import { Button } from '@mantine/core';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { papersOf } from '../../../shared/dossier/papers.ts';
import type { PaperName } from '../../../shared/dossier/papers.ts';
import type { DossierState } from '../../../shared/dossier/state.ts';
import { useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import classes from './dossier.module.css';

interface Props {
  state: DossierState;
  onOpen: (paper: PaperName) => void;
}

/** Every paper of the dossier, of its intake and of its acts: what became of it, and the way to its page. */
export const Papers = ({ state, onOpen }: Props) => {
  const words = useWords();
  const say = words.dossiers.page;
  return (
    <Card title={say.papers}>
      <ul className={classes['list']}>
        {papersOf(state).map(({ form, about }) => {
          const last = state.papers.findLast((paper) => paper.form === form && paper.about === about);
          return (
            <li
              key={`${form} ${about}`}
              className={classes['paper']}
              data-outcome={last?.outcome ?? 'skipped'}
            >
              <div>
                {say.forms[form]} · <strong>{last ? say.outcomes[last.outcome] : say.notPrinted}</strong>
                {last?.reprint === true && ` · ${say.reprint}`}
                {last && <div className={classes['quiet']}>{formatDateTime(last.at, words.calendar)}</div>}
              </div>
              <Button
                variant="default"
                size="compact-sm"
                disabled={state.parked !== null}
                aria-label={`${say.open}: ${say.forms[form]}`}
                onClick={() => onOpen({ form, about })}
              >
                {say.open}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
