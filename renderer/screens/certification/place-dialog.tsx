import { useState } from 'react';
import { Button, Checkbox, Group, NumberInput, Radio, Stack } from '@mantine/core';
import type { CertificationPage, CertificationSettings } from '../../../shared/contract.ts';
import type { Fault } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import type { PaperSource } from '../../paper/paper-source.ts';
import { faultText, problemText, useWords } from '../../words.ts';

interface Props {
  page: CertificationPage;
  onPaper: (source: PaperSource) => void;
}

const lengths = ['left', 'top', 'width'] as const;
const testPaper: PaperSource = { kind: 'certification', paper: 'attestationTest', of: '', numbers: [] };

/** What this machine prints on entry, and where lời chứng stands on its paper. */
export const PlaceDialog = ({ page, onPaper }: Props) => {
  const words = useWords();
  const say = words.certification.screen.place;
  const [settings, setSettings] = useState<CertificationSettings>(page.settings);
  const [fault, setFault] = useState<Fault | null>(null);
  const { place } = settings;
  const setPlace = (change: Partial<CertificationSettings['place']>) =>
    setSettings({ ...settings, place: { ...place, ...change } });
  const problem = fault?.problems?.[0];

  const save = async (): Promise<boolean> => {
    const answer = await ask('certification.setSettings', settings);
    setFault(answer.ok ? null : answer.fault);
    return answer.ok;
  };

  return (
    <Stack gap="sm">
      {fault && (
        <p className="fault" role="alert">
          {problem ? problemText(words, problem) : faultText(words, fault)}
        </p>
      )}
      <Checkbox
        label={say.printSlip}
        checked={settings.printSlip}
        onChange={(event) => setSettings({ ...settings, printSlip: event.currentTarget.checked })}
      />
      <Checkbox
        label={say.printAttestations}
        checked={settings.printAttestations}
        onChange={(event) => setSettings({ ...settings, printAttestations: event.currentTarget.checked })}
      />
      <Radio.Group
        label={say.shape}
        value={place.shape}
        onChange={(shape) => setPlace({ shape: shape === 'stamp' ? 'stamp' : 'page' })}
      >
        <Group gap="lg" mt={6}>
          <Radio value="page" label={say.shapes.page} />
          <Radio value="stamp" label={say.shapes.stamp} />
        </Group>
      </Radio.Group>
      <Group gap="sm" grow>
        {lengths.map((name) => (
          <NumberInput
            key={name}
            label={say[name]}
            name={name}
            value={place[name]}
            min={0}
            max={300}
            step={1}
            decimalScale={1}
            onChange={(value) => setPlace({ [name]: Number(value) })}
          />
        ))}
      </Group>
      <Group>
        <Button
          onClick={() => {
            void save().then((saved) => {
              if (saved) toast('good', say.saved, 'certification');
            });
          }}
        >
          {say.save}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            // The test page shows the place as it is kept.
            void save().then((saved) => {
              if (saved) onPaper(testPaper);
            });
          }}
        >
          {say.test}
        </Button>
      </Group>
    </Stack>
  );
};
