import { useEffect, useId, useState } from 'react';
import { ask } from '../../bridge.ts';
import { noteStatus, useDesk } from '../../desk-store.ts';
import { faultText, useLobbyWords } from '../../lobby-words.ts';
import { markReady } from '../../ready.ts';
import { Lobby } from './lobby.tsx';
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
  const [busy, setBusy] = useState<Way | null>(null);
  /** Starting empty is asked twice. */
  const [sure, setSure] = useState(false);
  const [told, setTold] = useState<{ look: 'fault' | 'fault good' | 'fault wait'; text: string } | null>(
    null,
  );

  useEffect(() => {
    markReady('damaged');
  }, []);

  const run = async (way: Way) => {
    if (way === 'setAside' && !sure) {
      setSure(true);
      return;
    }
    setSure(false);
    setBusy(way);
    setTold(null);
    const answer = await ask('app.rescue', {
      way,
      slotId: slot,
      password: way === 'salvage' ? password : '',
    });
    setBusy(null);
    setPassword('');
    setTold(
      answer.ok
        ? {
            look: way === 'retry' ? 'fault wait' : 'fault good',
            text: `${say.done[way]} ${answer.value.done}`.trim(),
          }
        : { look: 'fault', text: faultText(words, answer.fault) },
    );
    const now = await ask('app.status', {});
    if (now.ok) noteStatus(now.value);
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
                className={way === 'retry' ? 'button primary' : 'button'}
                disabled={busy !== null}
                aria-label={`${say.run}: ${say.ways[way].name}`}
                onClick={() => void run(way)}
              >
                {busy === way ? say.running : way === 'setAside' && sure ? say.sure : say.run}
              </button>
            </li>
          ))}
        </ol>
      </section>
    </Lobby>
  );
};

export default Damaged;
