import { useEffect, useState } from 'react';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { DayNotice } from './day-notice.tsx';
import { UnsureDialog } from './unsure-dialog.tsx';
import { useTold } from '../../use-told.ts';

/** Asked of itself once a window: after a start. What is put off stays on the page until it is answered. */
let askedOfItself = false;

/** Papers nobody knows the fate of: asked about first after a cut. */
export const UnsurePapers = () => {
  const say = useWords().today.unsure;
  // One question at a time: which day it is comes before everything.
  const asked = useDesk((desk) => desk.panel !== null);
  const mayAnswer = useDesk((desk) => desk.session?.clerk.roles.includes('reception') ?? false);
  const [choice, setChoice] = useState<'open' | 'closed' | 'unasked'>(askedOfItself ? 'closed' : 'unasked');
  const { answer, reload } = useTold(() => ask('paper.unsure', {}), 'delta', mayAnswer);
  useEffect(() => {
    if (choice !== 'unasked') askedOfItself = true;
  }, [choice]);
  if (answer?.ok !== true) return null;
  const papers = answer.value;
  // A start that finds none has asked: what is left unprinted from now on is somebody's choice.
  if (choice === 'unasked') setChoice(papers.length > 0 ? 'open' : 'closed');
  if (papers.length === 0) return null;
  return (
    <>
      <DayNotice
        role="status"
        text={say.waiting({ count: papers.length })}
        act={say.answer}
        onAct={() => setChoice('open')}
      />
      <UnsureDialog
        papers={papers}
        opened={choice === 'open' && !asked}
        onClose={() => setChoice('closed')}
        onAnswered={reload}
      />
    </>
  );
};
