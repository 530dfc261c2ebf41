import { useEffect, useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { AccessRow } from '../../../shared/contract.ts';
import type { Fault } from '../../../shared/faults.ts';
import { formatDay, formatTime } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { faultText, useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import classes from './settings.module.css';

const page = 50;

export const AccessSection = () => {
  const words = useWords();
  const say = words.settings.access;
  /** Pages are asked for from the position before which they begin, 0 for the newest. */
  const [before, setBefore] = useState(0);
  const [rows, setRows] = useState<AccessRow[] | null>(null);
  const [more, setMore] = useState(false);
  const [told, setTold] = useState<Fault | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask('access.list', { before, limit: page }).then((answer) => {
      if (!wanted) return;
      setTold(answer.ok ? null : answer.fault);
      if (!answer.ok) return;
      setRows((now) => (before === 0 || now === null ? answer.value : [...now, ...answer.value]));
      setMore(answer.value.length === page);
    });
    return () => {
      wanted = false;
    };
  }, [before]);
  const actions: Readonly<Record<string, string>> = say.actions;
  return (
    <SectionSheet
      title={words.settings.sections.access}
      text={say.text}
      told={told === null ? '' : faultText(words, told)}
    >
      {rows !== null && rows.length === 0 && <p className="hint">{say.none}</p>}
      {rows !== null && rows.length > 0 && (
        <div className={classes['tableRoom']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                {[say.when, say.who, say.action, say.subject, say.detail].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ pos, at, clerkName, action, subject, detail }) => (
                <tr key={pos}>
                  <td>{`${formatTime(at)} ${formatDay(at)}`}</td>
                  <td>{clerkName}</td>
                  <td>{actions[action] ?? action}</td>
                  <td>
                    {subject === '' ? (
                      say.subjectOffice
                    ) : (
                      <button
                        type="button"
                        className="button plain"
                        onClick={() => go('dossier', { id: subject })}
                      >
                        {words.common.acts.open}
                      </button>
                    )}
                  </td>
                  <td>{detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more && (
        <Group>
          <Button variant="default" onClick={() => setBefore(rows?.at(-1)?.pos ?? 0)}>
            {say.more}
          </Button>
        </Group>
      )}
    </SectionSheet>
  );
};
