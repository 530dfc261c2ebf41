import { useEffect, useState } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import type { LastCheck } from '../../../shared/contract.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { ask, listen } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { countText } from '../../frame/age.ts';
import { useWords } from '../../words.ts';
import { sizeText } from './size-text.ts';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

/** Where a running check is, and about how long it still takes, counted down by this window. */
const useProgress = (busy: boolean): { step: 1 | 2; left: number | null } => {
  const [at, setAt] = useState<{ step: 1 | 2; expected: number | null; since: number }>({
    step: 1,
    expected: null,
    since: 0,
  });
  const [now, setNow] = useState(0);
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind !== 'check') return;
        const { step, expected } = telling;
        setAt((before) => ({ step, expected, since: step === 1 ? performance.now() : before.since }));
      }),
    [],
  );
  useEffect(() => {
    if (!busy) return undefined;
    const timer = window.setInterval(() => setNow(performance.now()), 500);
    return () => window.clearInterval(timer);
  }, [busy]);
  const left = at.expected === null ? null : Math.max(0, at.expected - Math.max(0, now - at.since));
  return { step: at.step, left };
};

const Found = ({ check }: { check: LastCheck }) => {
  const words = useWords();
  const say = words.settings.vaultCheck;
  const language = useDesk((desk) => desk.language);
  const isAdmin = useDesk((desk) => desk.session?.clerk.roles.includes('admin') ?? false);
  const count = (number: number) => countText(number, language);
  const when = formatDateTime(check.at, words.calendar);
  return (
    <div className={classes['findings']}>
      {check.sound ? (
        <p className="fault good">
          {check.full ? say.sound({ when, pages: count(check.pages) }) : say.soundQuick({ when })}
        </p>
      ) : (
        <>
          <p className="fault">{say.broken({ when, pages: count(check.brokenPages) })}</p>
          {isAdmin && (
            <Group>
              <Button variant="default" onClick={() => void ask('vault.openWaysOut', {})}>
                {say.waysOut}
              </Button>
            </Group>
          )}
        </>
      )}
      {check.strayFiles > 0 && (
        <p className="hint">
          {say.strays({ count: count(check.strayFiles), size: sizeText(check.strayBytes) })}
        </p>
      )}
    </div>
  );
};

/** The vault's own state, beside the journal's: pages, structure, files nobody names. */
export const VaultCheck = ({ last }: { last: LastCheck | null }) => {
  const say = useWords().settings.vaultCheck;
  const { busy, told, run } = useDoing();
  const [found, setFound] = useState<LastCheck | null>(last);
  const { step, left } = useProgress(busy);
  const check = async () => {
    const answer = await run(ask('vault.check', {}));
    if (answer !== undefined) setFound(answer);
  };
  const seconds = left === null ? null : Math.ceil(left / 1000);
  return (
    <Stack gap="sm">
      <h3>{say.title}</h3>
      <p className="hint">{say.text}</p>
      <ul className={classes['choices']}>
        <li>
          <Button variant="default" disabled={busy} onClick={() => void check()}>
            {say.run}
          </Button>
          <span className="hint">{say.hint}</span>
        </li>
      </ul>
      <div role="status">
        {told !== '' && <p className="fault">{told}</p>}
        {busy && (
          <p>{say.running({ step: say.steps[step], left: seconds === null ? '' : say.left({ seconds }) })}</p>
        )}
        {!busy && found !== null && <Found check={found} />}
      </div>
    </Stack>
  );
};
