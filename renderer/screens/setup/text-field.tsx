import { useWords } from '../../words.ts';

interface TextFieldProps {
  /** Dotted path, as problems name it; also the element's id. */
  field: string;
  label: string;
  hint?: string | undefined;
  value: string;
  /** What to mend, '' when nothing. */
  problem: string;
  optional?: boolean;
  maxLength: number;
  numeric?: boolean;
  onChange: (value: string) => void;
  onLeave?: () => void;
}

/** One labelled line of the set-up, with its hint or what to mend below it. */
export const TextField = ({
  field,
  label,
  hint,
  value,
  problem,
  optional = false,
  maxLength,
  numeric = false,
  onChange,
  onLeave,
}: TextFieldProps) => {
  const { common } = useWords();
  return (
    <div className="field">
      <label htmlFor={field}>
        {label}
        {optional && <span className="hint">{` (${common.optional})`}</span>}
      </label>
      <input
        id={field}
        className="input"
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        inputMode={numeric ? 'numeric' : 'text'}
        value={value}
        required={!optional}
        aria-invalid={problem !== ''}
        aria-describedby={`${field}-told`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      <p id={`${field}-told`} className={problem === '' ? 'hint' : 'problem'}>
        {problem === '' ? (hint ?? '') : problem}
      </p>
    </div>
  );
};
