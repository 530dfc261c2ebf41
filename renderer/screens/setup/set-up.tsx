import '../../set-up.css';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Problem } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { awaitCode, enter, noteRecoveryCode, useDesk } from '../../desk-store.ts';
import { markReady } from '../../ready.ts';
import { faultText, problemText, useWords } from '../../words.ts';
import { Lobby } from '../sign-in/lobby.tsx';
import { CheckStep } from './check-step.tsx';
import { ClerkStep } from './clerk-step.tsx';
import { DeskStep } from './desk-step.tsx';
import { OfficeStep } from './office-step.tsx';
import { RestoreInstead } from './restore-instead.tsx';
import { blankSetUp, findProblems, setUpInput, stepOf, steps } from './set-up-form.ts';
import type { SetUpForm, Step } from './set-up-form.ts';

/** Enter goes to the next line; from the last line it goes to the button. */
const useWalkOn = (page: RefObject<HTMLFormElement | null>): void => {
  useEffect(() => {
    const form = page.current;
    const walkOn = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== 'Enter' || event.ctrlKey || !(target instanceof HTMLInputElement)) return;
      event.preventDefault();
      const stops = [
        ...(form?.querySelectorAll<HTMLElement>('input:not([readonly]), button[type="submit"]') ?? []),
      ];
      stops[stops.indexOf(target) + 1]?.focus();
    };
    form?.addEventListener('keydown', walkOn);
    return () => form?.removeEventListener('keydown', walkOn);
  }, [page]);
};

/** The very first start: office, desk, first clerk, and a look at it all before the vault is made. */
const SetUp = () => {
  const words = useWords();
  const say = words.settings.setUp;
  const trialOnly = useDesk((desk) => desk.status?.trial ?? false);
  const [form, setForm] = useState<SetUpForm>(() => blankSetUp(trialOnly));
  const [step, setStep] = useState<Step>('office');
  /** Steps whose button was pressed: only they show what is missing. */
  const [told, setTold] = useState<readonly Step[]>([]);
  /** What main found that this page had not. */
  const [refused, setRefused] = useState<Problem[]>([]);
  const [failed, setFailed] = useState('');
  const [asking, setAsking] = useState(false);
  const page = useRef<HTMLFormElement>(null);
  useWalkOn(page);

  useEffect(() => {
    page.current?.querySelector<HTMLElement>('input, button[type="submit"]')?.focus();
    markReady('setup');
  }, [step]);

  const problems = [...(told.includes(step) ? findProblems(form, step) : []), ...refused];
  const problemAt = (field: string): string => {
    const found = problems.find((problem) => problem.field === field);
    return found === undefined ? '' : problemText(words, found);
  };
  const change = (part: Partial<SetUpForm>) => {
    setForm((now) => ({ ...now, ...part }));
    setRefused([]);
    setFailed('');
  };
  const cursorTo = (field: string) => {
    const id =
      field === 'clerk.password' ? 'new-password' : field === 'clerk.again' ? 'new-password-again' : field;
    window.setTimeout(() => {
      const element =
        document.getElementById(id) ?? page.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      element?.focus();
    });
  };

  const found = async () => {
    setAsking(true);
    awaitCode('setUp');
    const answer = await ask('setup.found', setUpInput(form));
    setAsking(false);
    if (answer.ok) {
      enter(answer.value.session);
      noteRecoveryCode(answer.value.recoveryCode);
      return;
    }
    awaitCode(null);
    const given = answer.fault.problems ?? [];
    setRefused(given);
    setFailed(faultText(words, answer.fault));
    const [first] = given;
    if (first !== undefined) {
      setStep(stepOf(first.field));
      cursorTo(first.field);
    }
  };

  const goOn = () => {
    const [first] = findProblems(form, step);
    if (first !== undefined) {
      setTold([...told, step]);
      cursorTo(first.field);
      return;
    }
    const next = steps[steps.indexOf(step) + 1];
    if (next !== undefined) setStep(next);
    else if (!asking) void found();
  };

  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const labels: Record<Step, string> = {
    office: say.toDesk,
    desk: say.toClerk,
    clerk: say.toCheck,
    check: say.found,
  };
  return (
    <Lobby>
      <div className="set-up">
        <header className="lobby-office">
          <h1>{say.title}</h1>
          <p>{say.intro}</p>
        </header>
        <ol className="set-up-steps" aria-label={say.title}>
          {steps.map((name, index) => (
            <li key={name} aria-current={name === step ? 'step' : undefined} data-done={index < at}>
              <span aria-hidden="true">{index < at ? '✓' : index + 1}</span>
              {say.steps[name]}
            </li>
          ))}
        </ol>
        <form
          ref={page}
          className="lobby-sheet set-up-sheet"
          aria-label={say.step({ number: at + 1, of: steps.length, name: say.steps[step] })}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            goOn();
          }}
        >
          <h2>{step === 'check' ? say.check.title : say[step].title}</h2>
          {failed !== '' && (
            <p className="fault" role="alert">
              {failed}
            </p>
          )}
          {step === 'office' && <OfficeStep form={form} change={change} problemAt={problemAt} />}
          {step === 'desk' && (
            <DeskStep form={form} change={change} problemAt={problemAt} problems={problems} />
          )}
          {step === 'clerk' && (
            <ClerkStep form={form} change={change} problemAt={problemAt} told={told.includes('clerk')} />
          )}
          {step === 'check' && <CheckStep form={form} />}
          <footer className="set-up-buttons">
            {before !== undefined && (
              <button type="button" className="button" disabled={asking} onClick={() => setStep(before)}>
                {words.common.acts.back}
              </button>
            )}
            <span className="lobby-spring" />
            {asking && <span role="status">{say.founding}</span>}
            <button type="submit" className="button primary" disabled={asking}>
              {labels[step]}
            </button>
          </footer>
        </form>
        {step === 'office' && <RestoreInstead />}
      </div>
    </Lobby>
  );
};

export default SetUp;
