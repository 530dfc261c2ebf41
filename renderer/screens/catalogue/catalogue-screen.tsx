import { useEffect, useState } from 'react';
import { Alert } from '@mantine/core';
import { go, noteParams, useDesk } from '../../desk-store.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import { faultText, useWords } from '../../words.ts';
import { ProcedureList } from './procedure-list.tsx';
import { ProcedurePage } from './procedure-page.tsx';
import { useProcedures } from './use-procedures.ts';
import { useSheet } from './use-sheet.ts';
import classes from './catalogue.module.css';

const focusFilter = () => document.getElementById('procedure-filter')?.focus({ preventScroll: true });

/** The catalogue (F5): found as it is typed, read whole, handed out as a sheet, taken in with one button. */
export const CatalogueScreen = () => {
  const words = useWords();
  const say = words.dossiers.procedures;
  const visit = useDesk((desk) => desk.visits.catalogue);
  const opened = useDesk((desk) => desk.params.catalogue.code ?? null);
  const asked = useDesk((desk) => desk.params.catalogue.text);
  const [seen, setSeen] = useState(-1);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [sheetOpen, setSheetOpen] = useState(false);
  if (seen !== visit) {
    setSeen(visit);
    setSheetOpen(false);
    if (asked !== undefined) setText(asked);
    if (opened !== null) setChosen(opened);
  }
  const answer = useProcedures(text);
  const sheet = useSheet(opened);

  useEffect(() => {
    if (opened === null) focusFilter();
  }, [visit, opened]);

  const open = (code: string) => {
    setChosen(code);
    noteParams('catalogue', { code });
  };
  const close = () => {
    noteParams('catalogue', {});
  };

  return (
    <div className={classes['screen']} data-opened={opened !== null || undefined}>
      <section className={classes['side']} aria-label={say.title}>
        <h1>{say.title}</h1>
        {answer?.ok === false && (
          <Alert color="red" title={say.failed}>
            {faultText(words, answer.fault)}
          </Alert>
        )}
        <ProcedureList
          hits={answer?.ok === true ? answer.value : []}
          ready={answer !== null}
          text={text}
          onText={(next) => {
            setText(next);
            setChosen(null);
          }}
          chosen={chosen}
          onChoose={setChosen}
          onOpen={open}
          onLeave={() => go('today', {})}
        />
      </section>
      <div className={classes['detail']}>
        {opened === null && <p className={classes['choose']}>{say.choose}</p>}
        {opened !== null && sheet === null && <p className="after-a-blink">{say.loading}</p>}
        {sheet?.ok === false && <Alert color="red">{faultText(words, sheet.fault)}</Alert>}
        {sheet?.ok === true && (
          <ProcedurePage
            key={sheet.value.procedure.code}
            sheet={sheet.value}
            onBack={close}
            onSheet={() => setSheetOpen(true)}
          />
        )}
      </div>
      <PaperPreview
        source={
          sheetOpen && sheet?.ok === true ? { kind: 'sheet', procedure: sheet.value.procedure.code } : null
        }
        onClose={() => setSheetOpen(false)}
      />
    </div>
  );
};
