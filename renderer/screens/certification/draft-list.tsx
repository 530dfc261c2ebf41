import { Button } from '@mantine/core';
import type { CertificationDraft } from '../../../shared/contract.ts';
import { formatTime } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { useWords } from '../../words.ts';
import classes from './certification.module.css';

interface Props {
  drafts: readonly CertificationDraft[];
  onResume: (draft: CertificationDraft) => void;
  onDropped: () => void;
}

/** Piles a cut or a shift left open: nothing typed is lost, and nobody has to remember it. */
export const DraftList = ({ drafts, onResume, onDropped }: Props) => {
  const say = useWords().certification.screen.drafts;
  if (drafts.length === 0) return null;
  return (
    <section className={classes['drafts']} aria-label={say.title}>
      <h2>{say.title}</h2>
      <ul className={classes['piles']}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              <strong>
                {say.who({
                  name: draft.form.requester.name || say.nobody,
                  count: draft.form.papers.length,
                })}
              </strong>{' '}
              · {draft.clerkName} · {formatTime(draft.changedAt)}
            </span>
            <span className={classes['rowActs']}>
              <Button size="compact-sm" onClick={() => onResume(draft)}>
                {say.resume}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  void ask('certification.dropDraft', { id: draft.id }).then(onDropped);
                }}
              >
                {say.drop}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
