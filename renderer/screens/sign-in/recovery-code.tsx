import { useEffect, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { PrinterRow } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { noteRecoveryCode, useDesk } from '../../desk-store.ts';
import { faultText, useLobbyWords } from '../../lobby-words.ts';
import { markReady } from '../../ready.ts';
import { Lobby } from './lobby.tsx';

/** The code is shown this once: printed or copied, then proved by its last group. */
const RecoveryCode = ({ code }: { code: string }) => {
  const words = useLobbyWords();
  const say = words.common.lobby.code;
  const [printers, setPrinters] = useState<PrinterRow[] | null>(null);
  const [printer, setPrinter] = useState('');
  const [told, setTold] = useState<{ good: boolean; text: string } | null>(null);
  const [printing, setPrinting] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const replaces = useDesk((desk) => desk.codeReplaces);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let wanted = true;
    void ask('printers.list', {}).then((answer) => {
      if (!wanted) return;
      const rows = answer.ok ? answer.value : [];
      setPrinters(rows);
      setPrinter((rows.find(({ isDefault }) => isDefault) ?? rows[0])?.name ?? '');
    });
    field.current?.focus();
    markReady('recoveryCode');
    return () => {
      wanted = false;
    };
  }, []);

  const print = async () => {
    setPrinting(true);
    const answer = await ask('paper.printRecovery', { code, printer });
    setPrinting(false);
    const done = answer.ok && answer.value.outcome === 'printed';
    setTold({
      good: done,
      text: done
        ? say.printed({ printer })
        : faultText(words, answer.ok ? { code: 'printFailed', params: { printer } } : answer.fault),
    });
    field.current?.focus();
  };

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const answer = await ask('recovery.prove', { typed });
    if (answer.ok) {
      noteRecoveryCode(null);
      return;
    }
    if (answer.fault.code === 'invalidInput') setWrong(true);
    else setTold({ good: false, text: faultText(words, answer.fault) });
    field.current?.focus();
  };

  const keepOld = async () => {
    await ask('recovery.drop', {});
    noteRecoveryCode(null);
  };

  return (
    <Lobby>
      <form className="lobby-sheet lobby-form" onSubmit={(event) => void submit(event)} noValidate>
        <h2>{say.title}</h2>
        <p>{say.text}</p>
        {replaces && <p className="fault wait">{say.replaces}</p>}
        <p className="recovery-code" data-recovery-code={code}>
          {code.split('-').map((group, index) => (
            <span key={`${index}-${group}`}>{group}</span>
          ))}
        </p>
        <p>{say.keep}</p>
        {printers !== null && printers.length === 0 && <p className="hint">{say.noPrinter}</p>}
        {printers !== null && printers.length > 0 && (
          <div className="field">
            <label htmlFor="recovery-printer">{say.printer}</label>
            <div className="field-row">
              <select
                id="recovery-printer"
                className="input"
                value={printer}
                onChange={(event) => setPrinter(event.target.value)}
              >
                {printers.map(({ name, label }) => (
                  <option key={name} value={name}>
                    {label === '' ? name : label}
                  </option>
                ))}
              </select>
              <button type="button" className="button" disabled={printing} onClick={() => void print()}>
                {printing ? words.common.working : say.print}
              </button>
            </div>
          </div>
        )}
        {told !== null && (
          <p className={told.good ? 'fault good' : 'fault'} role="status">
            {told.text}
          </p>
        )}
        <div className="field">
          <label htmlFor="recovery-last">{say.confirm}</label>
          <input
            ref={field}
            id="recovery-last"
            className="input"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            value={typed}
            aria-invalid={wrong}
            aria-describedby="recovery-last-told"
            onChange={(event) => {
              setTyped(event.target.value.toUpperCase());
              setWrong(false);
            }}
          />
          <p id="recovery-last-told" className="problem" role="status">
            {wrong ? words.faults.problems.recoveryGroup : ''}
          </p>
        </div>
        <button type="submit" className="button primary">
          {replaces ? say.replace : say.done}
        </button>
        {replaces && (
          <button type="button" className="button plain" onClick={() => void keepOld()}>
            {say.keepOld}
          </button>
        )}
      </form>
    </Lobby>
  );
};

export default RecoveryCode;
