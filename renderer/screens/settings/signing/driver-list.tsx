import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { DriverRow } from '../../../../shared/contract.ts';
import { ask } from '../../../bridge.ts';
import { faultText, useWords } from '../../../words.ts';
import classes from './signing.module.css';

/** One driver with its test: what came of it stands beside it. */
const Driver = ({ driver }: { driver: DriverRow }) => {
  const words = useWords();
  const say = words.signing.settings.drivers;
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ good: boolean; text: string } | null>(null);
  const test = async () => {
    setBusy(true);
    const answer = await ask('signing.testDriver', { driver: driver.id });
    setBusy(false);
    if (answer.ok) {
      const { name, version, tokens } = answer.value;
      setTold({ good: true, text: say.tested({ name, version, count: tokens }) });
    } else setTold({ good: false, text: faultText(words, answer.fault) });
  };
  return (
    <li className={classes['driver']}>
      <div>
        <div>{driver.added ? say.added : driver.maker}</div>
        <div className={classes['quiet']}>{driver.path}</div>
        <div role="status">
          {told !== null && <p className={told.good ? classes['good'] : 'fault'}>{told.text}</p>}
        </div>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        aria-label={`${say.test}: ${driver.path}`}
        onClick={() => void test()}
      >
        {say.test}
      </Button>
    </li>
  );
};

interface Props {
  drivers: readonly DriverRow[];
  mayChoose: boolean;
  onChoose: () => void;
  onScan: () => void;
}

/** The known drivers found on this PC, and those an administrator chose. */
export const DriverList = ({ drivers, mayChoose, onChoose, onScan }: Props) => {
  const say = useWords().signing.settings.drivers;
  return (
    <section className={classes['part']} aria-label={say.title}>
      <h3>{say.title}</h3>
      {drivers.length === 0 ? (
        <p className="fault due">{say.none}</p>
      ) : (
        <ul className={classes['rows']}>
          {drivers.map((driver) => (
            <Driver key={driver.id} driver={driver} />
          ))}
        </ul>
      )}
      <Group>
        <Button variant="default" size="sm" onClick={onScan}>
          {say.scan}
        </Button>
        {mayChoose && (
          <Button variant="default" size="sm" onClick={onChoose}>
            {say.choose}
          </Button>
        )}
      </Group>
      {mayChoose && <p className="hint">{say.chooseHint}</p>}
    </section>
  );
};
