import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import type { PaperRecord } from '../../../shared/dossier/state.ts';
import { useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import classes from './dossier.module.css';

/** Papers sent to a printer or saved, with what became of each. */
export const Papers = ({ papers }: { papers: readonly PaperRecord[] }) => {
  const words = useWords();
  const say = words.dossiers.page;
  return (
    <Card title={say.papers}>
      {papers.length === 0 ? (
        <p className={classes['quiet']}>{say.noPapers}</p>
      ) : (
        <ul className={classes['list']}>
          {papers.map((paper, place) => (
            <li key={place} className={classes['paper']} data-outcome={paper.outcome}>
              <strong>{say.outcomes[paper.outcome]}</strong> · {say.forms[paper.form]}
              {paper.reprint && ` · ${say.reprint}`}
              <div className={classes['quiet']}>{formatDateTime(paper.at, words.calendar)}</div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
