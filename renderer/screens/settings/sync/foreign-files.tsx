import { Button } from '@mantine/core';
import type { ForeignFile, WaitingItems } from '../../../../shared/contract.ts';
import { ask } from '../../../bridge.ts';
import { go, useDesk } from '../../../desk-store.ts';
import { countText } from '../../../frame/age.ts';
import { useWords } from '../../../words.ts';
import { walkRows } from '../../today/walk-list.tsx';
import { useDoing } from '../use-doing.ts';
import classes from '../settings.module.css';

const Row = ({ file, again }: { file: ForeignFile; again: () => void }) => {
  const say = useWords().sync.foreign;
  const { dossier, code, ownerName, hash, name } = file;
  const fetching = useDoing();
  const bring = async () => {
    if ((await fetching.run(ask('sync.fetchFile', { id: dossier, hash }))) !== undefined) again();
  };
  return (
    <li className={classes['waitingItem']}>
      <div>
        <button
          type="button"
          className="button plain"
          onKeyDown={walkRows}
          onClick={() => go('dossier', { id: dossier })}
        >
          {`${code} · ${ownerName}`}
        </button>
        <p>{name}</p>
        {fetching.told !== '' && (
          <p className="fault" role="status">
            {fetching.told}
          </p>
        )}
      </div>
      <Button
        size="compact-sm"
        variant="default"
        loading={fetching.busy}
        onKeyDown={walkRows}
        aria-label={`${say.fetch}: ${name}`}
        onClick={() => void bring()}
      >
        {say.fetch}
      </Button>
    </li>
  );
};

/** What the office's other desks digitised stays there until somebody wants to see it here. */
export const ForeignFiles = ({
  foreign: { files, count },
  again,
}: {
  foreign: WaitingItems['foreign'];
  again: () => void;
}) => {
  const say = useWords().sync.foreign;
  const language = useDesk((desk) => desk.language);
  if (count === 0) return null;
  return (
    <section aria-label={say.title}>
      <h3>{say.title}</h3>
      <p className={`hint ${classes['aboveRows']}`}>{say.text({ count: countText(count, language) })}</p>
      <ul className={classes['rows']}>
        {files.map((file) => (
          <Row key={`${file.dossier} ${file.hash}`} file={file} again={again} />
        ))}
      </ul>
    </section>
  );
};
