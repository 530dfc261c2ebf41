import { useState } from 'react';
import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import type { Till } from '../../../shared/contract.ts';
import { bankName, banks } from '../../../shared/fees/banks.ts';
import { ask } from '../../bridge.ts';
import { focusFirstInvalid } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { VietQr } from '../../money/viet-qr.tsx';
import { problemText, useWords } from '../../words.ts';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

const sampleAmount = 1_000;

interface Props {
  till: Till;
  mayChange: boolean;
  onDone: () => void;
}

/** A bank is chosen by its name; what is no name in the list stands as it is typed, its six digits. */
const binOf = (typed: string): string => banks.find(({ name }) => name === typed.trim())?.bin ?? typed.trim();

export const AccountForm = ({ till, mayChange, onDone }: Props) => {
  const words = useWords();
  const say = words.money.settings;
  const { account, accountFrom } = till;
  const [bank, setBank] = useState(account ? bankName(account.bin) : '');
  const [number, setNumber] = useState(account?.number ?? '');
  const [holder, setHolder] = useState(account?.holder ?? '');
  const { busy, problems, told, run } = useDoing();
  const errorAt = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found && problemText(words, found);
  };
  const set = async (to: Till['account'], done: string) => {
    if ((await run(ask('money.setAccount', { account: to }))) === undefined) {
      focusFirstInvalid();
      return;
    }
    toast('good', done, 'settings');
    onDone();
  };
  return (
    <form
      className={classes['fields']}
      onSubmit={(event) => {
        event.preventDefault();
        void set({ bin: binOf(bank), number, holder }, say.accountSaved);
      }}
    >
      <h3>{say.account}</h3>
      <p className="hint">{say.accountText}</p>
      {accountFrom === 'pack' && <p className="hint">{say.fromPack}</p>}
      <Autocomplete
        label={say.bank}
        description={say.bankHint}
        data={banks.map(({ name }) => name)}
        limit={40}
        value={bank}
        readOnly={!mayChange}
        error={errorAt('bin')}
        onChange={setBank}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <TextInput
        label={say.number}
        value={number}
        maxLength={40}
        readOnly={!mayChange}
        error={errorAt('number')}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        label={say.holder}
        value={holder}
        maxLength={100}
        readOnly={!mayChange}
        error={errorAt('holder')}
        onChange={(event) => setHolder(event.currentTarget.value)}
      />
      {told !== '' && <p className="fault">{told}</p>}
      {mayChange && (
        <Group>
          <Button type="submit" loading={busy}>
            {say.accountSave}
          </Button>
          {account !== null && (
            <Button variant="default" onClick={() => void set(null, say.accountDropped)}>
              {say.accountDrop}
            </Button>
          )}
        </Group>
      )}
      {account !== null && (
        <div>
          <p className="hint">{say.check}</p>
          <VietQr account={account} code="KIEM TRA" amount={sampleAmount} />
        </div>
      )}
    </form>
  );
};
