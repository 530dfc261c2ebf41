import { useEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { ask } from '../../bridge.ts';
import { awaitCode, enter, noteRecoveryCode, recover, useDesk } from '../../desk-store.ts';
import { faultText, useLobbyWords } from '../../lobby-words.ts';
import { markReady } from '../../ready.ts';
import { Lobby } from './lobby.tsx';
import { checkNewPassword, noPassword } from './check-password.ts';
import { NewPasswordFields } from './new-password.tsx';

/** A forgotten password: the printed code opens the counter once, and a new code takes its place. */
const Recover = () => {
  const words = useLobbyWords();
  const say = words.common.lobby.recover;
  const status = useDesk((desk) => desk.status);
  const clerks = status?.clerks ?? [];
  const [slot, setSlot] = useState(clerks[0]?.slotId ?? '');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState(noPassword);
  const [told, setTold] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const clerk = clerks.find(({ slotId }) => slotId === slot);
  const ownNames = [clerk?.name ?? '', status?.office?.name ?? ''];

  useEffect(() => {
    first.current?.focus();
    markReady('signIn');
  }, []);

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const { next, again } = checkNewPassword(password, ownNames);
    if (next !== '' || again !== '' || code.trim() === '' || asking) {
      if (code.trim() === '') first.current?.focus();
      else document.getElementById(next === '' ? 'new-password-again' : 'new-password')?.focus();
      return;
    }
    setAsking(true);
    awaitCode('recover');
    const answer = await ask('session.recover', { code, slotId: slot, newPassword: password.next });
    setAsking(false);
    if (answer.ok) {
      enter(answer.value.session);
      noteRecoveryCode(answer.value.recoveryCode);
      return;
    }
    awaitCode(null);
    setTold(faultText(words, answer.fault));
    first.current?.focus();
  };

  return (
    <Lobby>
      <form className="lobby-sheet lobby-form" onSubmit={(event) => void submit(event)} noValidate>
        <h2>{say.title}</h2>
        <p>{say.text}</p>
        {told !== '' && (
          <p className="fault" role="alert">
            {told}
          </p>
        )}
        <div className="field">
          <label htmlFor="recover-clerk">{say.whose}</label>
          <select
            id="recover-clerk"
            className="input"
            value={slot}
            onChange={(event) => setSlot(event.target.value)}
          >
            {clerks.map(({ slotId, name, username }) => (
              <option key={slotId} value={slotId}>
                {`${name} (${username})`}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="recover-code">{say.code}</label>
          <input
            ref={first}
            id="recover-code"
            className="input"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            value={code}
            aria-invalid={tried && code.trim() === ''}
            aria-describedby="recover-code-hint"
            onChange={(event) => {
              setCode(event.target.value.toUpperCase());
              setTold('');
            }}
          />
          <p id="recover-code-hint" className={tried && code.trim() === '' ? 'problem' : 'hint'}>
            {say.codeHint}
          </p>
        </div>
        <NewPasswordFields
          value={password}
          ownNames={ownNames}
          labels={{ next: say.next, again: say.again }}
          told={tried}
          onChange={setPassword}
        />
        <button type="submit" className="button primary" disabled={asking}>
          {asking ? words.common.lobby.signIn.entering : say.submit}
        </button>
        <button type="button" className="button plain" onClick={() => recover(false)}>
          {say.back}
        </button>
      </form>
    </Lobby>
  );
};

export default Recover;
