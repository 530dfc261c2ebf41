import { useEffect, useId, useState } from 'react';
import { useDesk } from '../../desk-store.ts';
import { faultText, useLobbyWords } from '../../lobby-words.ts';
import { markReady } from '../../ready.ts';
import { FoundBackups } from './found-backups.tsx';
import { Lobby } from './lobby.tsx';
import { useRescue } from './use-rescue.ts';
import { waysOutOf } from './ways-out.ts';
import type { Way } from './ways-out.ts';

/** The vault would not open: what happened, that nothing is lost, and the ways out in the order to try them. */
const Damaged = () => {
  const words = useLobbyWords();
  const say = words.common.lobby.damaged;
  const status = useDesk((desk) => desk.status);
  const clerks = status?.clerks ?? [];
  const id = useId();
  const [slot, setSlot] = useState(clerks[0]?.slotId ?? '');
  const [password, setPassword] = useState('');
  const { busy, told, run } = useRescue();
  /** Starting empty is asked twice. */
  const [sure, setSure] = useState(false);

  useEffect(() => {
    markReady('damaged');
  }, []);

  const go = async (way: Way) => {
    if (way === 'setAside' && !sure) {
      setSure(true);
      return;
    }
    setSure(false);
    await run(way, { slotId: slot, password: way === 'salvage' ? password : '' });
    setPassword('');
  };

  const labelOf = (way: Way): string => {
    if (way === 'setAside' && sure) return say.sure;
    return way === 'restoreBackup' ? say.backups.elsewhere : say.run;
  };
  const what = status?.damage?.what ?? { code: 'vaultDamaged' };
  const ways = waysOutOf(what);
  return (
    <Lobby>
      <section className="lobby-sheet lobby-form" aria-labelledby={id}>
        <h1 id={id}>{say.title}</h1>
        <p className="fault">{faultText(words, what)}</p>
        <p>{say.safe}</p>
        {ways.includes('salvage') && clerks.length > 0 && (
          <div className="field-row">
            <div className="field">
              <label htmlFor="rescue-clerk">{say.clerk}</label>
              <select
                id="rescue-clerk"
                className="input"
                value={slot}
                onChange={(event) => setSlot(event.target.value)}
              >
                {clerks.map(({ slotId, name }) => (
                  <option key={slotId} value={slotId}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="rescue-password">{say.password}</label>
              <input
                id="rescue-password"
                className="input"
                type="password"
                autoComplete="off"
                maxLength={512}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </div>
          </div>
        )}
        <div role="status">{told !== null && <p className={told.look}>{told.text}</p>}</div>
        <ol className="ways">
          {ways.map((way) => (
            <li key={way}>
              <div>
                <strong>{say.ways[way].name}</strong>
                <p className="hint">{say.ways[way].hint}</p>
              </div>
              <button
                type="button"
                className={
                  way === 'retry' ? 'button primary' : way === 'setAside' && sure ? 'button danger' : 'button'
                }
                disabled={busy !== null}
                aria-label={`${busy === way ? say.running : labelOf(way)}: ${say.ways[way].name}`}
                onClick={() => void go(way)}
              >
                {busy === way ? say.running : labelOf(way)}
              </button>
              {way === 'restoreBackup' && (
                <FoundBackups
                  backups={status?.backups ?? []}
                  disabled={busy !== null}
                  onChoose={(backup) => void run('restoreBackup', { backup })}
                />
              )}
            </li>
          ))}
        </ol>
      </section>
    </Lobby>
  );
};

export default Damaged;
