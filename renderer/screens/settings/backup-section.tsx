import { Button, Group } from '@mantine/core';
import type { Settings } from '../../../shared/contract.ts';
import { DAY_MS, formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { useWords } from '../../words.ts';
import { useNow } from '../dossiers/use-now.ts';
import { SectionSheet } from './section-sheet.tsx';
import { sizeText } from './size-text.ts';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

interface BackupSectionProps {
  settings: Settings;
  mayChoose: boolean;
  mayRun: boolean;
  refresh: () => void;
}

export const BackupSection = ({ settings, mayChoose, mayRun, refresh }: BackupSectionProps) => {
  const words = useWords();
  const say = words.settings.backup;
  const choosing = useDoing();
  const running = useDoing();
  const { lastBackup, machine } = settings;
  const now = useNow();
  const isLate = lastBackup !== null && now - lastBackup.at >= DAY_MS;
  const choose = async () => {
    if ((await choosing.run(ask('settings.chooseBackupFolder', {}))) !== undefined) refresh();
  };
  const backUp = async () => {
    if ((await running.run(ask('settings.backUp', {}))) === undefined) return;
    toast('good', say.done, 'backup');
    refresh();
  };
  const rows: [string, string][] = [
    [say.folder, machine.backupFolder === '' ? say.noFolder : machine.backupFolder],
    [
      say.last,
      lastBackup === null
        ? say.never
        : say.lastAt({
            when: formatDateTime(lastBackup.at, words.calendar),
            size: sizeText(lastBackup.bytes),
          }),
    ],
  ];
  return (
    <SectionSheet title={words.settings.sections.backup} text={say.text} told={choosing.told + running.told}>
      <dl className={classes['facts']}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {machine.backupFolder === '' && <p className="fault due">{say.noFolderYet}</p>}
      {isLate && <p className="fault due">{say.late}</p>}
      <Group>
        {mayRun && (
          <Button loading={running.busy} disabled={machine.backupFolder === ''} onClick={() => void backUp()}>
            {say.now}
          </Button>
        )}
        {mayChoose && (
          <Button variant="default" loading={choosing.busy} onClick={() => void choose()}>
            {say.choose}
          </Button>
        )}
      </Group>
      <p className="hint" role="status">
        {running.busy ? say.running : ''}
      </p>
    </SectionSheet>
  );
};
