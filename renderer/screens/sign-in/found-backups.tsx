import type { FoundBackup } from '../../../shared/contract.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { ageText } from '../../frame/age.ts';
import { useWords } from '../../words.ts';
import { sizeText } from '../settings/size-text.ts';

interface FoundBackupsProps {
  backups: readonly FoundBackup[];
  disabled: boolean;
  onChoose: (backup: string) => void;
}

/** What can be restored, newest first: she chooses by age and place, and types no path. */
export const FoundBackups = ({ backups, disabled, onChoose }: FoundBackupsProps) => {
  const words = useWords();
  const say = words.common.lobby.damaged.backups;
  if (backups.length === 0) return <p className="hint">{say.none}</p>;
  return (
    <ul className="found-backups" aria-label={say.title}>
      {backups.map(({ id, at, age, office, folder, bytes, trial, faulty }) => {
        const when = formatDateTime(at, words.calendar);
        return (
          <li key={id}>
            <div>
              <span>{say.made({ age: ageText(age, words), when })}</span>
              <p className="hint">{say.place({ office, folder, size: sizeText(bytes) })}</p>
              {trial && <p className="hint">{words.common.frame.trial}</p>}
              {faulty && <p className="problem">{say.faulty}</p>}
            </div>
            <button
              type="button"
              className="button"
              disabled={disabled}
              aria-label={`${say.use}: ${when}, ${folder}`}
              onClick={() => onChoose(id)}
            >
              {say.use}
            </button>
          </li>
        );
      })}
    </ul>
  );
};
