import { Checkbox, Group, Radio } from '@mantine/core';
import { ask } from '../../bridge.ts';
import { setHighContrast, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import classes from './settings.module.css';

export const LooksSection = () => {
  const words = useWords();
  const say = words.settings.looks;
  const language = useDesk((desk) => desk.language);
  const highContrast = useDesk((desk) => desk.highContrast);
  const versions = useDesk((desk) => desk.status?.versions);
  return (
    <SectionSheet title={words.settings.sections.looks} text={say.zoom}>
      <div className={classes['fields']}>
        <Radio.Group
          label={say.language}
          description={say.languageHint}
          value={language}
          onChange={(value) => void ask('app.setLanguage', { language: value === 'en' ? 'en' : 'vi' })}
        >
          <Group mt={6}>
            <Radio value="vi" label={say.vietnamese} lang="vi" />
            <Radio value="en" label={say.english} lang="en" />
          </Group>
        </Radio.Group>
        <Checkbox
          label={say.contrast}
          description={say.contrastHint}
          checked={highContrast}
          onChange={(event) => setHighContrast(event.currentTarget.checked)}
        />
        {versions !== undefined && (
          <div>
            <h3>{say.about}</h3>
            <p>{`${words.common.product} · ${say.versions(versions)}`}</p>
            <p className="hint">{say.licence}</p>
          </div>
        )}
      </div>
    </SectionSheet>
  );
};
