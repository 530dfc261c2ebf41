import { useState } from 'react';
import { Button } from '@mantine/core';
import type { OutputOf, Settings } from '../../../shared/contract.ts';
import { succeed } from '../../../shared/faults.ts';
import type { Result } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { countText } from '../../frame/age.ts';
import { useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import { VaultCheck } from './vault-check.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

type Report = OutputOf<'journal.verify'>;
const modes = ['checkpoint', 'full'] as const satisfies readonly Report['mode'][];

/** Verifies, and says how long it took, seconds. */
const verifyTimed = async (mode: Report['mode']): Promise<Result<{ report: Report; seconds: number }>> => {
  const start = performance.now();
  const answer = await ask('journal.verify', { mode });
  return answer.ok ? succeed({ report: answer.value, seconds: (performance.now() - start) / 1000 }) : answer;
};

/** More would not help her decide: she stops and calls for help. */
const fewest = 10;

const Findings = ({ report, seconds }: { report: Report; seconds: number }) => {
  const say = useWords().settings.journal;
  const language = useDesk((desk) => desk.language);
  const count = (number: number) => countText(number, language);
  const more = report.faulty - Math.min(report.faults.length, fewest);
  return (
    <div className={classes['findings']}>
      {report.faulty > 0 ? (
        <>
          <p className="fault">{say.bad({ count: count(report.faulty) })}</p>
          <ul className={classes['rows']}>
            {report.faults.slice(0, fewest).map(({ pos, code }) => (
              <li key={pos}>{say.fault({ pos: count(pos), what: say.faults[code] })}</li>
            ))}
            {more > 0 && <li>{say.more({ count: count(more) })}</li>}
          </ul>
        </>
      ) : (
        <p className="fault good">
          {report.rows === 0
            ? say.nothingNew
            : say.good({
                rows: count(report.rows),
                seconds: seconds.toFixed(1).replace('.', language === 'vi' ? ',' : '.'),
              })}
        </p>
      )}
      {report.forks.length > 0 && <p>{say.forks({ count: count(report.forks.length) })}</p>}
      {report.recoveries.length > 0 && <p>{say.recoveries({ count: count(report.recoveries.length) })}</p>}
      {report.erased > 0 && <p>{say.erased({ rows: count(report.erased) })}</p>}
    </div>
  );
};

export const JournalSection = ({ settings }: { settings: Settings }) => {
  const words = useWords();
  const say = words.settings.journal;
  const { busy, told, run } = useDoing();
  const [found, setFound] = useState<{ report: Report; seconds: number } | null>(null);
  const verify = async (mode: Report['mode']) => {
    setFound(null);
    setFound((await run(verifyTimed(mode))) ?? null);
  };
  return (
    <SectionSheet title={words.settings.sections.journal} text={say.text} told={told}>
      <ul className={classes['choices']}>
        {modes.map((mode) => (
          <li key={mode}>
            <Button variant="default" disabled={busy} onClick={() => void verify(mode)}>
              {say[mode]}
            </Button>
            <span className="hint">{say[`${mode}Hint`]}</span>
          </li>
        ))}
      </ul>
      <div role="status">
        {busy && <p>{say.running}</p>}
        {found !== null && <Findings {...found} />}
      </div>
      <VaultCheck last={settings.lastCheck} />
    </SectionSheet>
  );
};
