import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SyntheticEvent, KeyboardEvent } from 'react';
import type { LobbyClerk } from '../../../shared/contract.ts';
import type { Fault } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { enter, noteStatus, recover, useDesk } from '../../desk-store.ts';
import { faultText, useLobbyWords } from '../../lobby-words.ts';
import { markReady } from '../../ready.ts';
import { ClerkList } from './clerk-list.tsx';
import { countdownText, useCountdown } from './countdown.ts';
import { stepClerk } from './find-clerk.ts';
import { Lobby } from './lobby.tsx';
import { prefetchCounter } from './prefetch.ts';
import { StillWaiting } from './still-waiting.tsx';

const nobody: LobbyClerk = { slotId: '', name: '', username: '', waitUntil: 0 };
const noClerks: LobbyClerk[] = [];

/** Who was last at this desk, so that unlocking needs no arrow. */
let lastSlot = '';

/** Choose a name, type the password, Enter. Arrow keys choose the name from the password field too. */
export const SignIn = () => {
  const words = useLobbyWords();
  const text = words.common.lobby.signIn;
  const clerks = useDesk((desk) => desk.status?.clerks ?? noClerks);
  const [slot, setSlot] = useState(lastSlot);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const place = Math.max(
    clerks.findIndex((clerk) => clerk.slotId === slot),
    0,
  );
  const clerk = clerks[place] ?? nobody;
  const wait = useCountdown(clerk.waitUntil);

  // Before the first paint: the cursor stands in the field in the very first frame, and no second one has to follow.
  useLayoutEffect(() => {
    field.current?.focus();
    markReady('signIn');
  }, []);
  useEffect(prefetchCounter, []);

  const choose = (index: number) => {
    setSlot(clerks[index]?.slotId ?? '');
    setFault(null);
  };

  const signIn = async () => {
    if (asking || wait > 0) return;
    if (password === '') {
      field.current?.focus();
      return;
    }
    setAsking(true);
    const answer = await ask('session.signIn', { slotId: clerk.slotId, password });
    setAsking(false);
    setPassword('');
    if (answer.ok) {
      lastSlot = clerk.slotId;
      enter(answer.value);
      return;
    }
    const status = await ask('app.status', {});
    if (status.ok) noteStatus(status.value);
    const after = status.ok ? status.value.clerks.find(({ slotId }) => slotId === clerk.slotId) : undefined;
    // A wait says it all, counted down; what went wrong is said where nothing has to be waited for.
    setFault((after?.waitUntil ?? 0) > Date.now() ? null : answer.fault);
    field.current?.focus();
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void signIn();
  };
  const hear = (event: KeyboardEvent) => {
    setCapsLock(event.getModifierState('CapsLock'));
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    choose(stepClerk(place, clerks.length, event.key));
  };

  const told = fault === null ? '' : faultText(words, fault);
  return (
    <Lobby>
      <section className="lobby-sheet sign-in" aria-label={text.title}>
        <div className="sign-in-who">
          <h2 id="who">{text.who}</h2>
          {clerks.length > 1 && <p className="hint">{text.whoHint}</p>}
          <ClerkList clerks={clerks} chosen={place} onChoose={choose} onDone={() => field.current?.focus()} />
          <StillWaiting />
        </div>
        <form className="lobby-form" onSubmit={submit}>
          <div className="field">
            <label htmlFor="password">{text.passwordOf({ name: clerk.name })}</label>
            <div className="field-row">
              <input
                ref={field}
                id="password"
                className="input"
                type={shown ? 'text' : 'password'}
                autoComplete="off"
                spellCheck={false}
                maxLength={512}
                value={password}
                aria-invalid={told !== '' || wait > 0}
                aria-describedby="sign-in-told"
                onKeyDown={hear}
                onChange={(event) => {
                  setPassword(event.target.value);
                  setFault(null);
                }}
              />
              <button type="button" className="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
                {shown ? text.hide : text.show}
              </button>
            </div>
          </div>
          <button type="submit" className="button primary" disabled={asking || wait > 0}>
            {asking ? text.entering : text.enter}
            <kbd className="keycap">{'Enter'}</kbd>
          </button>
          <div id="sign-in-told" role="status" aria-live="polite">
            {wait > 0 && <p className="fault wait">{text.wait({ time: countdownText(wait) })}</p>}
            {told !== '' && <p className="fault">{told}</p>}
            {told === '' && wait === 0 && <p className="hint">{capsLock ? text.capsLock : text.empty}</p>}
          </div>
          <button type="button" className="button plain" onClick={() => recover(true)}>
            {text.forgotten}
          </button>
        </form>
      </section>
    </Lobby>
  );
};
