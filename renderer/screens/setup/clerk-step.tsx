import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { NewPasswordFields } from '../sign-in/new-password.tsx';
import { suggestUsername } from './set-up-form.ts';
import type { StepProps } from './step-parts.ts';
import { TextField } from './text-field.tsx';

export const ClerkStep = ({ form, change, problemAt, told }: StepProps & { told: boolean }) => {
  const say = useWords().settings.setUp.clerk;
  const trialOnly = useDesk((desk) => desk.status?.trial ?? false);
  return (
    <div className="set-up-desk">
      <div className="set-up-column">
        <p className="hint">{say.text}</p>
        <TextField
          field="clerk.name"
          label={say.name}
          hint={say.nameHint}
          maxLength={100}
          value={form.clerkName}
          problem={problemAt('clerk.name')}
          onChange={(clerkName) => change({ clerkName })}
          onLeave={() => {
            if (form.username === '') change({ username: suggestUsername(form.clerkName) });
          }}
        />
        <TextField
          field="clerk.username"
          label={say.username}
          hint={say.usernameHint}
          maxLength={40}
          value={form.username}
          problem={problemAt('clerk.username')}
          onChange={(username) => change({ username: username.toLowerCase() })}
        />
        <fieldset className="field">
          <legend className="field-label">{say.use}</legend>
          {[false, true].map((value) => (
            <label key={String(value)} className="choice">
              <input
                type="radio"
                name="trial"
                checked={form.trial === value}
                disabled={trialOnly && !value}
                onChange={() => change({ trial: value })}
              />
              <span>
                {value ? say.trial : say.real}
                <span className="hint">{` · ${value ? say.trialHint : say.realHint}`}</span>
              </span>
            </label>
          ))}
          {trialOnly && <p className="hint">{say.trialOnly}</p>}
        </fieldset>
      </div>
      <div className="set-up-column">
        <NewPasswordFields
          value={form.password}
          ownNames={[form.clerkName, form.profile.name]}
          labels={{ next: say.password, again: say.again }}
          told={told}
          onChange={(password) => change({ password })}
        />
      </div>
    </div>
  );
};
