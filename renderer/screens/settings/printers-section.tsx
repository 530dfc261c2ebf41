import { useState } from 'react';
import { Button, Checkbox, Group, NumberInput, Radio, Select } from '@mantine/core';
import type { MachineSettings, Settings } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { useAnswer } from '../../use-answer.ts';
import { faultText, useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

const copyNames = ['file', 'citizen'] as const;

const listPrinters = () => ask('printers.list', {});

export const PrintersSection = ({ settings }: { settings: Settings }) => {
  const words = useWords();
  const say = words.settings.printers;
  const [machine, setMachine] = useState<MachineSettings>(settings.machine);
  const { value: printers, again: look } = useAnswer(listPrinters);
  const saving = useDoing();
  const testing = useDoing();
  const change = (part: Partial<MachineSettings>) => setMachine((now) => ({ ...now, ...part }));
  const { layout } = machine;
  const setLayout = (part: Partial<MachineSettings['layout']>) => change({ layout: { ...layout, ...part } });
  const rows = printers ?? [];
  const gone =
    printers !== null && machine.printer !== '' && !rows.some(({ name }) => name === machine.printer);

  const save = async () => {
    const saved = await saving.run(ask('settings.setMachine', machine));
    if (saved === undefined) return;
    setMachine(saved);
    toast('good', words.settings.saved, 'settings');
  };
  const test = async () => {
    const answer = await testing.run(ask('printers.test', { printer: machine.printer, paper: layout.paper }));
    if (answer === undefined) return;
    const { printer } = answer;
    if (answer.outcome === 'printed') toast('good', say.tested({ printer }), 'test');
    else toast('fault', faultText(words, { code: 'printFailed', params: { printer } }), 'test');
  };

  return (
    <SectionSheet title={words.settings.sections.printers} text={say.text} told={saving.told + testing.told}>
      <form
        className={classes['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {printers !== null && rows.length === 0 && <p className="fault due">{say.none}</p>}
        {gone && rows.length > 0 && (
          <p className="fault due">{say.chosenGone({ printer: machine.printer })}</p>
        )}
        <Group align="end" gap="sm">
          <Select
            className={classes['grow'] ?? ''}
            label={say.label}
            placeholder={say.unset}
            allowDeselect={false}
            value={gone || machine.printer === '' ? null : machine.printer}
            onChange={(printer) => change({ printer: printer ?? '' })}
            data={rows.map(({ name, label, isDefault, ready }) => ({
              value: name,
              label: [label === '' ? name : label, isDefault && say.isDefault, !ready && say.notReady]
                .filter((part) => part !== false)
                .join(' · '),
            }))}
          />
          <Button variant="default" onClick={look}>
            {say.refresh}
          </Button>
        </Group>
        <Radio.Group
          label={say.paper}
          value={layout.paper}
          onChange={(paper) => setLayout({ paper: paper === 'A5' ? 'A5' : 'A4' })}
        >
          <Group mt={6}>
            <Radio value="A5" label="A5" />
            <Radio value="A4" label="A4" />
          </Group>
        </Radio.Group>
        <Checkbox
          label={say.twoOnOne}
          description={say.twoOnOneHint}
          disabled={layout.paper !== 'A4'}
          checked={layout.paper === 'A4' && layout.twoOnOne}
          onChange={(event) => setLayout({ twoOnOne: event.currentTarget.checked })}
        />
        <Checkbox.Group
          label={say.copies}
          value={layout.copies}
          onChange={(names) => {
            const copies = copyNames.filter((name) => names.includes(name));
            if (copies.length > 0) setLayout({ copies });
          }}
        >
          <Group mt={6}>
            {copyNames.map((name) => (
              <Checkbox key={name} value={name} label={say[name]} />
            ))}
          </Group>
        </Checkbox.Group>
        <Checkbox
          label={say.onAccept}
          checked={machine.printOnAccept}
          onChange={(event) => change({ printOnAccept: event.currentTarget.checked })}
        />
        <NumberInput
          className={classes['short'] ?? ''}
          label={say.idle}
          description={say.idleHint}
          min={1}
          max={120}
          allowDecimal={false}
          clampBehavior="blur"
          value={machine.idleMinutes}
          onChange={(value) => change({ idleMinutes: Math.min(Math.max(Number(value) || 1, 1), 120) })}
        />
        <Group>
          <Button type="submit" loading={saving.busy}>
            {words.common.acts.save}
          </Button>
          <Button
            variant="default"
            disabled={machine.printer === '' || gone}
            loading={testing.busy}
            onClick={() => void test()}
          >
            {say.test}
          </Button>
        </Group>
      </form>
    </SectionSheet>
  );
};
