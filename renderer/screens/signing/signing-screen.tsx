import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Checkbox, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { UnsignedFile } from '../../../shared/contract.ts';
import { formatShortDate } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { SignDialog } from '../../signing/sign-dialog.tsx';
import { faultText, useWords } from '../../words.ts';
import { sizeText } from '../settings/size-text.ts';
import { useTold } from '../../use-told.ts';
import classes from './signing-screen.module.css';

/** On the keycap. */
const signKeys = 'Ctrl+Enter';

const keyOf = ({ dossier, hash }: UnsignedFile): string => `${dossier} ${hash}`;

interface RowProps {
  file: UnsignedFile;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onWalk: (event: KeyboardEvent<HTMLInputElement>) => void;
}

const FileRow = ({ file, chosen, onChoose, onWalk }: RowProps) => {
  const words = useWords();
  return (
    <tr data-chosen={chosen || undefined}>
      <td>
        <Checkbox
          size="sm"
          checked={chosen}
          label={file.name}
          onKeyDown={onWalk}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </td>
      <td>
        <button
          type="button"
          className="button plain"
          aria-label={`${words.signing.list.open}: ${file.code}`}
          onClick={() => go('dossier', { id: file.dossier })}
        >
          {file.code}
        </button>
      </td>
      <td>{file.ownerName}</td>
      <td className={classes['number']}>{sizeText(file.size)}</td>
      <td>{formatShortDate(file.createdAt, words.calendar)}</td>
    </tr>
  );
};

/** Shift+F3: what waits to be signed, all of it in one round with one PIN. */
export const SigningScreen = () => {
  const words = useWords();
  const say = words.signing.list;
  const { answer, reload } = useTold(() => ask('signing.unsigned', {}), 'delta', true);
  /** Those she took out: what comes in anew is signed along. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState<readonly UnsignedFile[] | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const files = answer?.ok === true ? answer.value.files : [];
  const chosen = files.filter((file) => !left.has(keyOf(file)));

  const choose = (file: UnsignedFile, isChosen: boolean) =>
    setLeft((before) => {
      const now = new Set(before);
      if (isChosen) now.delete(keyOf(file));
      else now.add(keyOf(file));
      return now;
    });
  const sign = () => {
    if (chosen.length > 0) setSigning(chosen);
  };
  useHotkeys([['mod+Enter', sign]], []);
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const boxes = [...(table.current?.querySelectorAll<HTMLElement>('tbody input') ?? [])];
    boxes[boxes.indexOf(event.currentTarget) + step]?.focus();
    event.preventDefault();
  };

  return (
    <div className={classes['screen']}>
      <div className={classes['head']}>
        <div>
          <h1>{say.title}</h1>
          <p className="hint">{say.hint}</p>
        </div>
        <div className={classes['acts']}>
          {files.length > 0 && (
            <span role="status">{say.chosen({ count: chosen.length, total: files.length })}</span>
          )}
          <Button
            disabled={chosen.length === 0}
            rightSection={<Kbd size="xs">{signKeys}</Kbd>}
            onClick={sign}
          >
            {say.sign({ count: chosen.length })}
          </Button>
        </div>
      </div>
      {answer?.ok === false && <p className="fault">{`${say.failed}. ${faultText(words, answer.fault)}`}</p>}
      {answer?.ok === true && files.length === 0 && <p className={classes['none']}>{say.none}</p>}
      {files.length > 0 && (
        <div className={classes['room']}>
          <table ref={table} className={classes['table']} aria-label={say.label}>
            <thead>
              <tr>
                <th>
                  <Checkbox
                    size="sm"
                    label={say.columns.file}
                    aria-label={say.all}
                    checked={chosen.length === files.length}
                    indeterminate={chosen.length > 0 && chosen.length < files.length}
                    onChange={(event) =>
                      setLeft(event.currentTarget.checked ? new Set() : new Set(files.map(keyOf)))
                    }
                  />
                </th>
                <th>{say.columns.dossier}</th>
                <th>{say.columns.owner}</th>
                <th className={classes['number']}>{say.columns.size}</th>
                <th>{say.columns.day}</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <FileRow
                  key={keyOf(file)}
                  file={file}
                  chosen={!left.has(keyOf(file))}
                  onChoose={(isChosen) => choose(file, isChosen)}
                  onWalk={walk}
                />
              ))}
            </tbody>
          </table>
          {answer?.ok === true && answer.value.total > files.length && (
            <p className={classes['none']}>{say.more({ count: answer.value.total - files.length })}</p>
          )}
        </div>
      )}
      {signing !== null && (
        <SignDialog
          files={signing}
          onClose={() => {
            setSigning(null);
            void reload();
          }}
        />
      )}
    </div>
  );
};
