import type { ReactNode } from 'react';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useWords } from '../../words.ts';
import type { SectionId } from './next-field.ts';
import classes from './intake.module.css';

interface SectionFrameProps {
  id: SectionId;
  state: 'open' | 'folded' | 'waiting';
  done: boolean;
  /** One line that says what the section holds. */
  summary: string;
  /** What is wrong with the section as a whole. */
  problem?: string | undefined;
  aside?: ReactNode;
  onOpen: (section: SectionId) => void;
  children: ReactNode;
}

/** A section of the page: open with its fields, or one line when nothing in it needs her. */
export const SectionFrame = ({
  id,
  state,
  done,
  summary,
  problem,
  aside,
  onOpen,
  children,
}: SectionFrameProps) => {
  const { intake: say } = useWords();
  const title = say.sections[id];
  const titleId = `intake-${id}`;
  const mark = state === 'waiting' ? '' : done ? say.sectionDone : say.sectionOpen;
  return (
    <section className={classes['section']} data-section={id} data-state={state} aria-labelledby={titleId}>
      <div className={classes['head']}>
        <span
          className={classes['mark']}
          data-done={done}
          data-waiting={state === 'waiting'}
          aria-hidden="true"
        />
        <h2 className={classes['title']} id={titleId}>
          {state === 'folded' ? (
            <UnstyledButton
              className={classes['unfold'] ?? ''}
              aria-expanded={false}
              onClick={() => onOpen(id)}
              data-unfold={id}
            >
              {title}
            </UnstyledButton>
          ) : (
            title
          )}
          <VisuallyHidden>{mark === '' ? '' : ` (${mark})`}</VisuallyHidden>
        </h2>
        {state === 'open' ? (
          <div className={classes['aside']}>{aside}</div>
        ) : (
          <bdi className={classes['summary']}>{state === 'waiting' ? say.waitingProcedure : summary}</bdi>
        )}
      </div>
      {problem !== undefined && (
        <p className={classes['sectionProblem']} role="alert">
          {problem}
        </p>
      )}
      {state === 'open' && <div className={classes['body']}>{children}</div>}
    </section>
  );
};
