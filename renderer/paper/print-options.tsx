import { Alert, Checkbox, Radio, Select, Stack } from '@mantine/core';
import type { PaperLayout } from '../../shared/contract.ts';
import { useWords } from '../words.ts';
import type { LayoutChoice } from './paper-source.ts';
import type { PrintChoices } from './use-print-choices.ts';

interface Props {
  choices: PrintChoices;
  change: (part: Partial<PrintChoices>) => void;
  /** A procedure's sheet has one layout; its printer is still chosen. */
  layoutChoice: LayoutChoice;
  copyWords: { file: string; citizen: string };
  withPrinter: boolean;
}

const copyNames = ['file', 'citizen'] as const satisfies readonly PaperLayout['copies'][number][];

/** Paper, copies and printer of one print. */
export const PrintOptions = ({ choices, change, layoutChoice, copyWords, withPrinter }: Props) => {
  const words = useWords();
  const say = words.dossiers.paper;
  const { layout, printers, printer } = choices;
  const setLayout = (part: Partial<PaperLayout>) => change({ layout: { ...layout, ...part } });
  return (
    <Stack gap="md" component="fieldset" bd={0} p={0} m={0} aria-label={say.choices}>
      {layoutChoice === 'all' && (
        <Radio.Group
          label={say.size}
          value={layout.paper}
          onChange={(value) => setLayout({ paper: value === 'A5' ? 'A5' : 'A4' })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="A4" label="A4" />
            <Radio value="A5" label="A5" />
          </Stack>
        </Radio.Group>
      )}
      {layoutChoice !== 'none' && (
        <Checkbox.Group
          label={say.copies}
          value={layout.copies}
          onChange={(names) => {
            const copies = copyNames.filter((name) => names.includes(name));
            // At least one copy is printed: the last tick cannot be taken away.
            if (copies.length > 0) setLayout({ copies });
          }}
        >
          <Stack gap={6} mt={6}>
            {copyNames.map((name) => (
              <Checkbox key={name} value={name} label={copyWords[name]} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {layoutChoice === 'all' && (
        <Checkbox
          label={say.twoOnOne}
          checked={layout.paper === 'A4' && layout.twoOnOne}
          disabled={layout.paper !== 'A4'}
          onChange={(event) => setLayout({ twoOnOne: event.currentTarget.checked })}
        />
      )}
      {withPrinter &&
        (printers.length === 0 ? (
          <Alert color="yellow">{say.noPrinters}</Alert>
        ) : (
          <Select
            label={say.printer}
            placeholder={say.choosePrinter}
            allowDeselect={false}
            value={printer === '' ? null : printer}
            onChange={(name) => change({ printer: name ?? '' })}
            data={printers.map(({ name, label, isDefault, ready }) => ({
              value: name,
              label: [label === '' ? name : label, isDefault && say.defaultMark, !ready && say.notReady]
                .filter((part) => part !== false)
                .join(' · '),
            }))}
          />
        ))}
    </Stack>
  );
};
