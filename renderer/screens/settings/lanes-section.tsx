import { useState } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import type { Settings } from '../../../shared/contract.ts';
import type { Problem } from '../../../shared/faults.ts';
import { checkLane } from '../../../shared/office/decide.ts';
import { ask } from '../../bridge.ts';
import { focusFirstInvalid } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { problemText, useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

const four = (number: number) => String(number).padStart(4, '0');
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);

export const LanesSection = ({ settings, mayChange }: { settings: Settings; mayChange: boolean }) => {
  const words = useWords();
  const say = words.settings;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [agreement, setAgreement] = useState('');
  const [checked, setChecked] = useState<Problem[]>([]);
  const { busy, problems, told, run } = useDoing();
  const all = [...checked, ...problems];
  const errorAt = (field: string) => {
    const found = all.find((problem) => problem.field === field);
    return found && problemText(words, found);
  };
  const grant = async () => {
    const lane = { from: whole(from), to: whole(to) };
    const found: Problem[] = checkLane(lane, settings.provinceNumbers, settings.lanes);
    if (agreement.trim() === '') found.push({ field: 'agreement', code: 'agreement', params: {} });
    setChecked(found);
    if (found.length > 0) {
      focusFirstInvalid();
      return;
    }
    if ((await run(ask('settings.grantLane', { lane, agreement }))) === undefined) return;
    setFrom('');
    setTo('');
    setAgreement('');
    toast('good', say.lanes.granted, 'settings');
  };
  return (
    <SectionSheet title={say.sections.lanes} text={say.lanes.text} told={told}>
      <div>
        <h3>{say.lanes.have}</h3>
        <ul className={classes['rows']}>
          {settings.lanes.map((lane) => (
            <li key={lane.from}>{say.lanes.row({ from: four(lane.from), to: four(lane.to) })}</li>
          ))}
        </ul>
        {settings.provinceNumbers && <p className="hint">{say.lanes.province}</p>}
      </div>
      {mayChange ? (
        <form
          className={classes['fields']}
          onSubmit={(event) => {
            event.preventDefault();
            void grant();
          }}
        >
          <h3>{say.lanes.add}</h3>
          <div className={classes['pair']}>
            <TextInput
              label={say.setUp.desk.from}
              value={from}
              inputMode="numeric"
              maxLength={4}
              error={errorAt('lane.from')}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              label={say.setUp.desk.to}
              value={to}
              inputMode="numeric"
              maxLength={4}
              error={errorAt('lane.to')}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </div>
          <TextInput
            label={say.lanes.agreement}
            description={say.lanes.agreementHint}
            value={agreement}
            maxLength={200}
            error={errorAt('agreement')}
            onChange={(event) => setAgreement(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" loading={busy}>
              {say.lanes.add}
            </Button>
          </Group>
        </form>
      ) : (
        <p className="hint">{say.adminOnly}</p>
      )}
    </SectionSheet>
  );
};
