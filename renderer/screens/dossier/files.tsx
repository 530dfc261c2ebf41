import type { AttachmentRef } from '../../../shared/dossier/form.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { faultText, useWords, wordsNow } from '../../words.ts';
import classes from './dossier.module.css';

/** Takes a file out of the vault to where her dialog says. */
export const saveFile = async (id: string, hash: string): Promise<void> => {
  const answer = await ask('dossier.saveFile', { id, hash });
  const words = wordsNow();
  if (answer.ok) toast('good', words.acts.facts.fileSaved({ file: answer.value.detail }), 'file');
  else if (answer.fault.code !== 'cancelled') toast('fault', faultText(words, answer.fault), 'file');
};

/** Files of a dossier by name; each is taken out of the vault where her dialog says, there to be opened. */
export const Files = ({ dossier, files }: { dossier: string; files: readonly AttachmentRef[] }) => {
  const say = useWords().acts.facts;
  return (
    <ul className={classes['list']}>
      {files.map(({ hash, name }) => (
        <li key={hash}>
          <button
            type="button"
            className="button plain"
            title={say.saveFile}
            onClick={() => void saveFile(dossier, hash)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
};
