import { useState } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import type { Settings } from '../../../shared/contract.ts';
import type { Problem } from '../../../shared/faults.ts';
import { checkDesk, checkProfile } from '../../../shared/office/decide.ts';
import { ask } from '../../bridge.ts';
import { focusFirstInvalid } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { problemText, useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

interface OfficeSectionProps {
  settings: Settings;
  mayChange: boolean;
}

const fields = ['superior', 'name', 'province', 'address', 'phone', 'taxCode', 'lookupBase'] as const;

export const OfficeSection = ({ settings, mayChange }: OfficeSectionProps) => {
  const words = useWords();
  const say = words.settings;
  const [profile, setProfile] = useState(settings.profile);
  const [deskName, setDeskName] = useState(settings.desk.name);
  const [checked, setChecked] = useState<Problem[]>([]);
  const { busy, problems, told, run, forget } = useDoing();
  const all = [...checked, ...problems];
  const hints: Partial<Record<(typeof fields)[number], string>> = {
    taxCode: say.setUp.office.taxCodeHint,
    lookupBase: say.setUp.office.lookupBaseHint,
  };
  const errorAt = (field: string) => {
    const found = all.find((problem) => problem.field === field);
    return found && problemText(words, found);
  };
  const desk = { ...settings.desk, name: deskName };
  const save = async () => {
    const found = [...checkProfile(profile).problems, ...checkDesk(desk).problems];
    setChecked(found);
    if (found.length > 0) {
      focusFirstInvalid();
      return;
    }
    if ((await run(ask('settings.changeOffice', { profile, desk }))) !== undefined)
      toast('good', say.saved, 'settings');
  };
  const edited = () => {
    setChecked([]);
    forget();
  };
  return (
    <SectionSheet title={say.sections.office} text={mayChange ? say.office.text : say.adminOnly} told={told}>
      <form
        className={classes['pairs']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={say.setUp.office.code}
          description={say.office.codeFixed}
          value={profile.code}
          readOnly
        />
        <div className={classes['pair']}>
          <TextInput label={say.setUp.desk.number} value={String(desk.number)} readOnly />
          <TextInput
            label={say.setUp.desk.name}
            value={deskName}
            readOnly={!mayChange}
            maxLength={100}
            error={errorAt('desk.name')}
            onChange={(event) => {
              setDeskName(event.currentTarget.value);
              edited();
            }}
          />
        </div>
        {fields.map((field) => (
          <TextInput
            key={field}
            label={say.setUp.office[field]}
            description={hints[field]}
            value={profile[field] ?? ''}
            readOnly={!mayChange}
            maxLength={300}
            error={errorAt(`profile.${field}`)}
            onChange={(event) => {
              setProfile({ ...profile, [field]: event.currentTarget.value });
              edited();
            }}
          />
        ))}
        {mayChange && (
          <Group>
            <Button type="submit" loading={busy}>
              {words.common.acts.save}
            </Button>
          </Group>
        )}
      </form>
    </SectionSheet>
  );
};
