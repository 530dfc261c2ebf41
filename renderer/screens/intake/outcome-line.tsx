import { Anchor, CloseButton } from '@mantine/core';
import { formatDate, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import { go } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { noteOutcome, paperText, type LastOutcome } from './last-outcome.ts';
import notices from './notices.module.css';

interface OutcomeLineProps {
  last: LastOutcome;
  onReprint: () => void;
}

/** The last code on top of the empty page, and how its paper fared. */
export const OutcomeLine = ({ last, onReprint }: OutcomeLineProps) => {
  const words = useWords();
  const say = words.intake.outcome;
  const { answer } = last;
  const paper = paperText(last, words);
  const dueAt = answer.dueAt;
  const wasPrinted = paper.tone === 'good';
  return (
    <div className={notices['outcome']} data-tone={paper.tone}>
      <p role="status" className={notices['outcomeText']}>
        {/* What needs a hand names the code itself, so it stands alone. */}
        <strong>{paper.tone === 'bad' ? paper.text : say[answer.outcome]({ code: answer.code })}</strong>{' '}
        {dueAt !== null &&
          answer.outcome === 'accepted' &&
          `${say.due({ when: `${formatTime(dueAt)} ${formatDate(dueAt, words.calendar)}` })} `}
        {paper.tone !== 'bad' && <span>{paper.text}</span>}
      </p>
      <span className={notices['outcomeActs']}>
        <Anchor component="button" type="button" size="sm" onClick={onReprint}>
          {wasPrinted ? say.reprint : say.print}
        </Anchor>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => go('dossier', { id: answer.dossier })}
        >
          {say.open}
        </Anchor>
        <CloseButton size="sm" aria-label={say.close} onClick={() => noteOutcome(null)} />
      </span>
    </div>
  );
};
