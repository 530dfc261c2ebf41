import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { FoundBackups } from '../sign-in/found-backups.tsx';
import { useRescue } from '../sign-in/use-rescue.ts';

/** A new PC for a counter that has been: its newest backup instead of an empty vault. */
export const RestoreInstead = () => {
  const words = useWords();
  const say = words.common.lobby.damaged;
  const backups = useDesk((desk) => desk.status?.backups) ?? [];
  const { busy, told, run } = useRescue();
  return (
    <details className="lobby-sheet set-up-restore" open={backups.length > 0 || undefined}>
      <summary>{say.backups.instead}</summary>
      <p className="hint">{say.backups.insteadHint}</p>
      <FoundBackups
        backups={backups}
        disabled={busy !== null}
        onChoose={(backup) => void run('restoreBackup', { backup })}
      />
      <div role="status">{told !== null && <p className={told.look}>{told.text}</p>}</div>
      <button
        type="button"
        className="button"
        disabled={busy !== null}
        onClick={() => void run('restoreBackup')}
      >
        {busy === null ? say.backups.elsewhere : say.running}
      </button>
    </details>
  );
};
