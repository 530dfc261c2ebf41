import { useState } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import type { Settings } from '../../../shared/contract.ts';
import { findHoursProblems } from '../../../shared/calendar/office-hours.ts';
import type { Problem } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { focusFirstInvalid } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { problemText, useWords } from '../../words.ts';
import { draftHours, readHours, readTime } from './hours-draft.ts';
import { HoursEditor } from './hours-editor.tsx';
import { SectionSheet } from './section-sheet.tsx';
import { useDoing } from './use-doing.ts';

export const HoursSection = ({ settings, mayChange }: { settings: Settings; mayChange: boolean }) => {
  const words = useWords();
  const say = words.settings;
  const [draft, setDraft] = useState(() => draftHours(settings.hours));
  const [passOn, setPassOn] = useState(settings.passOnAfter);
  const [checked, setChecked] = useState<readonly Problem[]>([]);
  const { busy, problems, told, run, forget } = useDoing();
  const passOnProblem = problems.find(({ field }) => field === 'passOnAfter');
  const save = async () => {
    const { hours } = readHours(draft);
    const passOnAfter = readTime(passOn);
    const found = findHoursProblems(hours);
    setChecked(found);
    if (found.length > 0) {
      focusFirstInvalid();
      return;
    }
    if ((await run(ask('settings.setHours', { hours, passOnAfter }))) === undefined) return;
    setDraft(draftHours(hours));
    setPassOn(passOnAfter);
    toast('good', say.saved, 'settings');
  };
  return (
    <SectionSheet title={say.sections.hours} text={mayChange ? say.hours.text : say.adminOnly} told={told}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <HoursEditor
          draft={draft}
          problems={[...checked, ...problems.filter((problem) => problem !== passOnProblem)]}
          readOnly={!mayChange}
          onChange={(next) => {
            setDraft(next);
            setChecked([]);
            forget();
          }}
        />
        <TextInput
          mt="md"
          w={420}
          maw="100%"
          label={say.hours.passOnAfter}
          description={say.hours.passOnAfterHint}
          value={passOn}
          maxLength={5}
          inputMode="numeric"
          autoComplete="off"
          readOnly={!mayChange}
          error={passOnProblem === undefined ? undefined : problemText(words, passOnProblem)}
          onChange={(event) => {
            setPassOn(event.currentTarget.value);
            forget();
          }}
        />
        {mayChange && (
          <Group mt="md">
            <Button type="submit" loading={busy}>
              {words.common.acts.save}
            </Button>
          </Group>
        )}
      </form>
    </SectionSheet>
  );
};
