import { useEffect, useState } from 'react';
import type { DossierPage } from '../../../shared/contract.ts';
import { moneyStanding } from '../../../shared/dossier/acts/money.ts';
import type { PaperName } from '../../../shared/dossier/papers.ts';
import { isTaken } from '../../../shared/dossier/state.ts';
import { intakeOf, mainPaper } from '../../../shared/dossier/summary.ts';
import { noteLastPaper, useDesk } from '../../desk-store.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import { ReadingFailed } from '../../reading-failed.tsx';
import { useWords } from '../../words.ts';
import { goBack } from './came-from.ts';
import { Components } from './components.tsx';
import { CourseCard, HeldOriginals } from './course.tsx';
import { DossierAlerts, DossierHead } from './dossier-head.tsx';
import { Fees } from './fees.tsx';
import { FileSignatures } from './file-signatures.tsx';
import { History } from './history.tsx';
import {
  AnswersCard,
  Duplicates,
  GuidanceCard,
  ProcedureCard,
  PromiseCard,
  RefusalCard,
} from './intake-parts.tsx';
import { MoneyCard } from './money.tsx';
import { Papers } from './papers.tsx';
import { People } from './people.tsx';
import { useDossier } from './use-dossier.ts';
import { useLeaveKey } from './use-leave-key.ts';
import classes from './dossier.module.css';

interface Props {
  page: DossierPage;
  /** The page as an act has left it. */
  onPage: (page: DossierPage) => void;
}

const OpenDossier = ({ page, onPage }: Props) => {
  const [previewing, setPreviewing] = useState<PaperName | null>(null);
  const { state } = page;
  const form = mainPaper(state);
  const intake = intakeOf(state);
  useEffect(() => {
    // F9 prints what is looked at.
    noteLastPaper(state.id, form);
    document.getElementById('dossier-code')?.focus({ preventScroll: true });
  }, [state.id, form]);
  return (
    <>
      <DossierHead
        page={page}
        onPage={onPage}
        onBack={goBack}
        onPreview={() => setPreviewing({ form, about: '' })}
        onActPaper={setPreviewing}
      />
      <DossierAlerts page={page} />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          {intake !== null && (
            <>
              <People {...(state.particulars ?? intake)} />
              <ProcedureCard intake={intake} />
              <Components
                components={[...intake.components, ...state.brought.flatMap(({ components }) => components)]}
              />
            </>
          )}
          {state.accepted !== null && (
            <>
              <AnswersCard accepted={state.accepted} />
              <Fees fees={state.money.lines} feeTotal={moneyStanding(state.money).due} />
            </>
          )}
          {isTaken(state) && <MoneyCard state={state} />}
        </div>
        <div className={classes['column']}>
          {isTaken(state) && (
            <>
              <PromiseCard state={state} />
              <CourseCard state={state} />
            </>
          )}
          {state.guided !== null && <GuidanceCard guided={state.guided} />}
          {state.refused !== null && <RefusalCard refused={state.refused} />}
          {isTaken(state) && <HeldOriginals state={state} />}
          <Papers state={state} onOpen={setPreviewing} />
          <FileSignatures page={page} onPage={onPage} />
          {state.accepted !== null && <Duplicates ids={state.accepted.possibleDuplicates} />}
          <History rows={page.history} />
        </div>
      </div>
      <PaperPreview
        source={previewing && { kind: 'dossier', dossier: state.id, ...previewing }}
        onClose={() => setPreviewing(null)}
      />
    </>
  );
};

/** One dossier: where it is, everything written on it, what happened to it, what can be done now. Esc goes back. */
export const DossierScreen = () => {
  const words = useWords();
  const say = words.dossiers.page;
  const id = useDesk((desk) => desk.params.dossier.id ?? '');
  const { opened, show } = useDossier(id);
  useLeaveKey(goBack);
  return (
    <div className={classes['screen']}>
      {opened === null && <p className="after-a-blink">{say.loading}</p>}
      {opened?.ok === false && (
        <ReadingFailed title={say.failed} fault={opened.fault} way={say.back} onWay={goBack} />
      )}
      {opened?.ok === true && <OpenDossier page={opened.value} onPage={show} />}
    </div>
  );
};
