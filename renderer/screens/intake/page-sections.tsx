import type { ReactNode } from 'react';
import type { IntakePreview } from '../../../shared/contract.ts';
import { useWords } from '../../words.ts';
import { AnswersSection } from './answers-section.tsx';
import { ComponentsSection } from './components-section.tsx';
import { DeliverySection } from './delivery-section.tsx';
import { FeesSection } from './fees-section.tsx';
import type { Errors } from './field-errors.ts';
import { isSectionDone, sections, type SectionId, type Stop } from './next-field.ts';
import { PeopleSection } from './people-section.tsx';
import { ProcedureSection } from './procedure-section.tsx';
import { SectionFrame } from './section-frame.tsx';
import { summariesOf } from './summaries.ts';
import { useSame } from './use-same.ts';
import type { PageActs } from './use-acts.ts';
import type { CardNotice } from './use-card.ts';
import type { IntakeState } from './intake-form.ts';
import type { Walker } from './use-walk.ts';

interface PageSectionsProps {
  state: IntakeState;
  stops: readonly Stop[];
  preview: IntakePreview | null;
  errors: Record<SectionId, Errors>;
  warnings: Errors;
  notice: CardNotice;
  walker: Walker;
  acts: PageActs;
}

const noLines: IntakePreview['fees'] = [];

/** The left side: every section in its order, folded where nothing needs her. */
export const PageSections = ({
  state,
  stops,
  preview,
  errors,
  warnings,
  notice,
  walker,
  acts,
}: PageSectionsProps) => {
  const words = useWords();
  const { form, sheet } = state;
  const summaries = summariesOf(form, sheet, preview, words);
  const people = useSame(errors.people);
  const procedure = useSame(errors.procedure);
  const components = useSame(errors.components);
  const answers = useSame(errors.answers);
  const fees = useSame(errors.fees);
  const delivery = useSame(errors.delivery);
  const looks = useSame(warnings);
  const lines = useSame(preview?.fees ?? noLines);

  const bodies: Record<SectionId, ReactNode> = {
    people: (
      <PeopleSection
        submitter={form.submitter}
        owner={form.owner}
        relation={form.relation}
        errors={people}
        warnings={looks}
        notice={notice}
        onChange={acts.person}
        onBehalf={acts.behalf}
        onRelation={acts.relation}
        onFill={acts.fill}
      />
    ),
    procedure: (
      <ProcedureSection
        sheet={sheet}
        code={form.procedure}
        caseId={form.case}
        errors={procedure}
        onChoose={acts.choose}
        onCase={acts.caseChosen}
      />
    ),
    components: sheet && (
      <ComponentsSection
        procedure={sheet.procedure}
        entries={form.components}
        sets={form.sets}
        errors={components}
        onSets={acts.sets}
        onChange={acts.component}
        onAdd={acts.addComponent}
        onRemove={acts.removeComponent}
        onComplete={acts.complete}
        onDigitise={acts.digitise}
      />
    ),
    answers: sheet?.schema && (
      <AnswersSection
        schema={sheet.schema}
        answers={form.answers}
        errors={answers}
        onChange={acts.answer}
        onAdded={walker.goTo}
      />
    ),
    fees: sheet && (
      <FeesSection
        procedure={sheet.procedure}
        entries={form.fees}
        lines={lines}
        errors={fees}
        onChange={acts.fee}
        onAdd={acts.addFee}
        onRemove={acts.removeFee}
        onAmount={acts.amount}
        onAdvance={walker.advance}
      />
    ),
    delivery: (
      <DeliverySection
        delivery={form.delivery}
        note={form.note}
        errors={delivery}
        onMethod={acts.method}
        onAddress={acts.address}
        onNote={acts.note}
      />
    ),
  };

  return sections.map((id) => {
    const done = isSectionDone(stops, id);
    const isWaiting = !sheet && (id === 'components' || id === 'answers' || id === 'fees');
    // A procedure without fields of its own has no section for them.
    if (id === 'answers' && sheet && !sheet.schema) return null;
    const isOpen = walker.active === id || !done;
    return (
      <SectionFrame
        key={id}
        id={id}
        state={isWaiting ? 'waiting' : isOpen ? 'open' : 'folded'}
        done={done}
        summary={summaries[id]}
        // The procedure is a field itself; the other names stand for a section as a whole.
        problem={id === 'procedure' ? undefined : errors[id][id]}
        onOpen={acts.openSection}
      >
        {bodies[id]}
      </SectionFrame>
    );
  });
};
