import { useEffect, useState } from 'react';
import { Button, Group, Loader, NativeSelect, Text } from '@mantine/core';
import type { Scanner } from '../../shared/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { ask, listen } from '../bridge.ts';
import { useWords } from '../words.ts';
import { rememberScanner, rememberedScanner, scannersOf } from './scanners.ts';
import type { Sheets } from './use-sheets.ts';
import classes from './digitise.module.css';

/** A device's own word for where it takes paper from, in the clerk's; what is not known stays as the device says it. */
const sourceName = (source: string, { sources }: Messages['digitise']): string => {
  if (/feeder|adf/iu.test(source)) return sources.feeder;
  return /flatbed|platen|glass/iu.test(source) ? sources.flatbed : source;
};

/** Scanning from here: the device is looked for once, and remembered while the counter is open. */
export const ScanBar = ({ sheets }: { sheets: Sheets }) => {
  const { digitise: say } = useWords();
  const [found, setFound] = useState<readonly Scanner[] | null>(() => scannersOf());
  const [isFinding, setFinding] = useState(false);
  const [chosen, setChosen] = useState(rememberedScanner);
  /** Sheets so far; null when nothing is scanned. */
  const [count, setCount] = useState<number | null>(null);
  const scanner = found?.find(({ id }) => id === chosen.scanner) ?? found?.[0];
  const source = scanner?.sources.find((one) => one === chosen.source) ?? scanner?.sources[0] ?? '';

  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind === 'scanned') setCount(telling.sheets);
      }),
    [],
  );

  const find = async () => {
    setFinding(true);
    sheets.say(null);
    const answer = await ask('digitise.scanners', {});
    setFinding(false);
    if (answer.ok) setFound(scannersOf(answer.value));
    else sheets.say(answer.fault);
  };

  const scan = async () => {
    if (!scanner || count !== null) return;
    setChosen(rememberScanner({ scanner: scanner.id, source }));
    setCount(0);
    const answer = await ask('digitise.scan', { scanner: scanner.id, source });
    setCount(null);
    if (!answer.ok) {
      if (answer.fault.code !== 'cancelled') sheets.say(answer.fault);
      return;
    }
    await sheets.add(answer.value.sheets);
    const { stoppedBy } = answer.value;
    if (stoppedBy && stoppedBy.code !== 'cancelled') sheets.say(stoppedBy);
  };

  if (isFinding)
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text size="sm">{say.finding}</Text>
      </Group>
    );
  if (!scanner)
    return (
      <Group gap="xs">
        <Button variant="default" onClick={() => void find()}>
          {say.findScanners}
        </Button>
        {found && (
          <Text size="sm" className={classes['quiet'] ?? ''}>
            {say.noScanner}
          </Text>
        )}
      </Group>
    );
  return (
    <Group gap="xs">
      {count === null ? (
        <Button onClick={() => void scan()}>
          {sheets.table.sheets.length === 0 ? say.scan : say.scanAgain}
        </Button>
      ) : (
        <Button variant="default" onClick={() => void ask('digitise.stopScan', {})}>
          {say.stop}
        </Button>
      )}
      {found && found.length > 1 && (
        <NativeSelect
          aria-label={say.scanner}
          value={scanner.id}
          data={found.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setChosen({ scanner: event.currentTarget.value, source: '' })}
        />
      )}
      {scanner.sources.length > 1 && (
        <NativeSelect
          aria-label={say.source}
          value={source}
          data={scanner.sources.map((one) => ({ value: one, label: sourceName(one, say) }))}
          onChange={(event) => setChosen({ scanner: scanner.id, source: event.currentTarget.value })}
        />
      )}
      {count !== null && (
        <Text size="sm" role="status">
          {say.scanning({ sheets: count })}
        </Text>
      )}
    </Group>
  );
};
