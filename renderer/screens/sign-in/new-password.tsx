import { useState } from 'react';
import { useLobbyWords } from '../../lobby-words.ts';
import { checkNewPassword } from './check-password.ts';
import type { NewPassword } from './check-password.ts';

interface NewPasswordFieldsProps {
  value: NewPassword;
  ownNames: readonly string[];
  labels: { next: string; again: string };
  /** Shown from the first attempt to go on. */
  told: boolean;
  onChange: (value: NewPassword) => void;
}

/** A password typed twice, its strength said in words while she types. */
export const NewPasswordFields = ({ value, ownNames, labels, told, onChange }: NewPasswordFieldsProps) => {
  const { common } = useLobbyWords();
  const say = common.lobby.password;
  const [shown, setShown] = useState(false);
  const problems = checkNewPassword(value, ownNames);
  const type = shown ? 'text' : 'password';
  const strong = problems.next === '';
  return (
    <>
      <div className="field">
        <label htmlFor="new-password">{labels.next}</label>
        <div className="field-row">
          <input
            id="new-password"
            className="input"
            type={type}
            autoComplete="off"
            spellCheck={false}
            maxLength={512}
            value={value.next}
            aria-invalid={told && !strong}
            aria-describedby="new-password-told"
            onChange={(event) => onChange({ ...value, next: event.target.value })}
          />
          <button type="button" className="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? common.lobby.signIn.hide : common.lobby.signIn.show}
          </button>
        </div>
        <p id="new-password-told" className={told && !strong ? 'problem' : 'hint'} aria-live="polite">
          {strong ? say.ok : told || value.next !== '' ? say[problems.next || 'missing'] : say.rule}
        </p>
      </div>
      <div className="field">
        <label htmlFor="new-password-again">{labels.again}</label>
        <input
          id="new-password-again"
          className="input"
          type={type}
          autoComplete="off"
          spellCheck={false}
          maxLength={512}
          value={value.again}
          aria-invalid={told && problems.again !== ''}
          aria-describedby="new-password-again-told"
          onChange={(event) => onChange({ ...value, again: event.target.value })}
        />
        <p id="new-password-again-told" className="problem" aria-live="polite">
          {told && problems.again !== '' ? say.mismatch : ''}
        </p>
      </div>
    </>
  );
};
