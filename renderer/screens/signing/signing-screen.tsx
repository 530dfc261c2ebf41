import { useState } from 'react';
import { Button, Kbd, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { Waiting } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { SignDialog } from '../../signing/sign-dialog.tsx';
import type { FileToSign } from '../../signing/sign-dialog.tsx';
import { faultText, useWords } from '../../words.ts';
import { useTold } from '../../use-told.ts';
import { actLetters, altWith } from '../dossier/acts/act-keys.ts';
import { clearMarks, markAlso } from '../dossiers/list-view.ts';
import { ManyDialog } from '../dossiers/many/many-dialog.tsx';
import { firstList, waitingKinds, waitingLists } from './waiting-lists.ts';
import type { WaitingKind } from './waiting-lists.ts';
import { WaitingTable } from './waiting-table.tsx';
import classes from './signing-screen.module.css';

/** On the keycap. */
const signKeys = 'Ctrl+Enter';
const numberKeys = altWith(actLetters.numberResult);
/** A number brings no list along. */
const noList = () => undefined;

const WaitingLists = ({ waiting, onSigned }: { waiting: Waiting; onSigned: () => void }) => {
  const words = useWords();
  const say = words.signing.list;
  const roles = useDesk((desk) => desk.session?.clerk.roles ?? []);
  const lists = waitingLists(waiting, roles, words);
  const [kind, setKind] = useState<WaitingKind>(() => firstList(lists, roles));
  /** Those she took out: what comes in anew is signed along. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState<readonly FileToSign[] | null>(null);
  const [numbering, setNumbering] = useState(false);
  const list = lists[kind];
  const hers = list.lines.filter(({ isHers }) => isHers);
  const chosen = hers.filter(({ key }) => !left.has(key));
  const files = chosen.flatMap((line) => line.files);

  const choose = (keys: readonly string[], isChosen: boolean) =>
    setLeft((before) => {
      const now = new Set(before);
      for (const key of keys)
        if (isChosen) now.delete(key);
        else now.add(key);
      return now;
    });
  const sign = () => {
    if (files.length > 0) setSigning(files);
  };
  useHotkeys([['mod+Enter', sign]], []);
  const toNumber = list.lines.filter(({ isToNumber }) => isToNumber).map(({ dossier }) => dossier);
  const number = () => {
    if (toNumber.length === 0) return;
    clearMarks();
    markAlso(toNumber, null);
    setNumbering(true);
  };
  useHotkeys([[numberKeys, number, { usePhysicalKeys: true }]], []);
  const more = kind === 'own' ? waiting.total - waiting.files.length : 0;

  return (
    <>
      <div className={classes['bar']}>
        <SegmentedControl
          aria-label={say.title}
          value={kind}
          data={waitingKinds.map((one) => ({
            value: one,
            label: say.counted({ name: say.kinds[one], count: lists[one].lines.length }),
          }))}
          onChange={(value) => {
            const next = waitingKinds.find((one) => one === value);
            if (next) setKind(next);
          }}
        />
        <div className={classes['acts']}>
          {hers.length > 0 && (
            <span role="status">{say.chosen({ count: chosen.length, total: hers.length })}</span>
          )}
          {toNumber.length > 0 && (
            <Button variant="default" rightSection={<Kbd size="xs">{numberKeys}</Kbd>} onClick={number}>
              {say.number({ count: toNumber.length })}
            </Button>
          )}
          <Button disabled={files.length === 0} rightSection={<Kbd size="xs">{signKeys}</Kbd>} onClick={sign}>
            {kind === 'toIssue' ? say.seal({ count: files.length }) : say.sign({ count: files.length })}
          </Button>
        </div>
      </div>
      <p className="hint">{say.hints[kind]}</p>
      {list.lines.length === 0 ? (
        <p className={classes['none']}>{say.none[kind]}</p>
      ) : (
        <div className={classes['room']}>
          <WaitingTable list={list} chosen={new Set(chosen.map(({ key }) => key))} onChoose={choose} />
          {more > 0 && <p className={classes['none']}>{say.more({ count: more })}</p>}
        </div>
      )}
      {numbering && (
        <ManyDialog
          act="numberResult"
          onClose={() => {
            setNumbering(false);
            clearMarks();
            onSigned();
          }}
          onList={noList}
        />
      )}
      {signing !== null && (
        <SignDialog
          files={signing}
          {...(list.place === null ? {} : { place: list.place })}
          onClose={() => {
            setSigning(null);
            onSigned();
          }}
        />
      )}
    </>
  );
};

/** Shift+F3: what waits for a signature, a number or a seal, and for whom; each list signed in one round with one PIN. */
export const SigningScreen = () => {
  const words = useWords();
  const say = words.signing.list;
  const { answer, reload } = useTold(() => ask('signing.unsigned', {}), 'delta', true);
  return (
    <div className={classes['screen']}>
      <h1>{say.title}</h1>
      {answer?.ok === false && <p className="fault">{`${say.failed}. ${faultText(words, answer.fault)}`}</p>}
      {answer?.ok === true && <WaitingLists waiting={answer.value} onSigned={() => void reload()} />}
    </div>
  );
};
