import { useImperativeHandle, useState } from 'react';
import type { RefObject } from 'react';
import { Autocomplete, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { localDateAt, parseTypedDate, formatDay } from '../../../../shared/calendar/vietnam-time.ts';
import { parseCard } from '../../../../shared/citizen/card.ts';
import type { NotifyWay } from '../../../../shared/dossier/acts/events.ts';
import { ask } from '../../../bridge.ts';
import { useDesk } from '../../../desk-store.ts';
import { useScan } from '../../../scan.ts';
import { useWords } from '../../../words.ts';
import { useTold } from '../../../use-told.ts';
import { useNow } from '../use-now.ts';
import { notifyPile, returnPile } from './run-many.ts';
import type { Pile } from './run-many.ts';
import classes from './many.module.css';

/** A form says, when asked, what is to be done with the pile. */
interface FormProps {
  command: string;
  pile: RefObject<(() => Pile) | null>;
}

/** What was written before, to be offered again. */
const useRemembered = () => {
  const { answer } = useTold(() => ask('act.remembered', {}), 'delta', true);
  return answer?.ok === true ? answer.value : null;
};

const unique = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];

export const HandOverForm = ({ command, pile }: FormProps) => {
  const say = useWords().day.many;
  const remembered = useRemembered();
  const [unit, setUnit] = useState('');
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  // The batch is the command's own id: dossiers handed over together are found by it.
  useImperativeHandle(pile, () => () => ({
    same: { kind: 'handOver', command, to: { unit, person }, batch: command, note },
  }));
  const holders = remembered?.holders ?? [];
  return (
    <>
      <Autocomplete
        withScrollArea={false}
        data-autofocus
        label={say.unit}
        value={unit}
        onChange={setUnit}
        data={unique(holders.map((holder) => holder.unit))}
      />
      <Autocomplete
        withScrollArea={false}
        label={say.person}
        value={person}
        onChange={setPerson}
        data={unique(holders.filter((holder) => holder.unit === unit).map((holder) => holder.person))}
      />
      <TextInput label={say.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </>
  );
};

export const StoreForm = ({ command, pile }: FormProps) => {
  const say = useWords().day.many;
  const remembered = useRemembered();
  const [place, setPlace] = useState('');
  useImperativeHandle(pile, () => () => ({ same: { kind: 'storePaperFile', command, place } }));
  return (
    <Autocomplete
      withScrollArea={false}
      data-autofocus
      label={say.place}
      value={place}
      onChange={setPlace}
      data={unique(remembered?.places ?? [])}
    />
  );
};

/** Each takes the next number of this desk's series, under the name of whoever signed it. */
export const NumberForm = ({ command, pile }: FormProps) => {
  const words = useWords();
  const remembered = useRemembered();
  const [symbol, setSymbol] = useState('');
  useImperativeHandle(pile, () => () => ({
    same: { kind: 'numberResult', command, number: '', symbol, signer: '' },
  }));
  return (
    <Autocomplete
      withScrollArea={false}
      data-autofocus
      label={words.acts.forms.fields.symbol}
      description={words.day.many.numberHint}
      value={symbol}
      onChange={setSymbol}
      data={unique(remembered?.symbols ?? [])}
    />
  );
};

export const ResultForm = ({ command, pile }: FormProps) => {
  const words = useWords();
  const say = words.day.many;
  const remembered = useRemembered();
  const day = useDesk((desk) => desk.session?.day.day ?? '');
  const [approved, setApproved] = useState<'yes' | 'no'>('yes');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState(day === '' ? '' : formatDay(day));
  const [summary, setSummary] = useState('');
  const [signer, setSigner] = useState('');
  useImperativeHandle(pile, () => () => ({
    same: {
      kind: 'recordResult',
      command,
      approved: approved === 'yes',
      number,
      date: parseTypedDate(date) ?? date,
      summary,
      signer,
      files: [],
      replaces: false,
    },
  }));
  return (
    <>
      <SegmentedControl
        aria-label={say.approved}
        value={approved}
        onChange={(chosen) => setApproved(chosen === 'no' ? 'no' : 'yes')}
        data={[
          { value: 'yes', label: say.approvedYes },
          { value: 'no', label: say.approvedNo },
        ]}
      />
      <div className={classes['pair']}>
        <TextInput
          data-autofocus
          label={say.number}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextInput label={say.date} value={date} onChange={(event) => setDate(event.currentTarget.value)} />
      </div>
      <TextInput
        label={say.summary}
        value={summary}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Autocomplete
        withScrollArea={false}
        label={say.signer}
        value={signer}
        onChange={setSigner}
        data={unique(remembered?.signers ?? [])}
      />
    </>
  );
};

const calledBy = ['phone', 'sms', 'zalo'] as const satisfies readonly NotifyWay[];

export const CallForm = ({ command, pile }: FormProps) => {
  const words = useWords();
  const say = words.day.many;
  const [how, setHow] = useState<NotifyWay>('phone');
  const [reached, setReached] = useState(true);
  const [note, setNote] = useState('');
  useImperativeHandle(pile, () => () => notifyPile(command, { how, reached, note }));
  return (
    <>
      <SegmentedControl
        aria-label={say.how}
        value={how}
        onChange={(chosen) => setHow(calledBy.find((way) => way === chosen) ?? 'phone')}
        data={calledBy.map((way) => ({ value: way, label: words.acts.notify[way] }))}
      />
      <Checkbox
        data-autofocus
        label={say.reached}
        checked={reached}
        onChange={(event) => setReached(event.currentTarget.checked)}
      />
      <TextInput label={say.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </>
  );
};

const recipients = ['owner', 'submitter', 'proxy'] as const;
const signatures = ['signature', 'fingerprint'] as const;

/** Several results to one person: her card is read once and held against every dossier. */
export const ReturnForm = ({ command, pile }: FormProps) => {
  const words = useWords();
  const say = words.day.many;
  const now = useNow();
  const [kind, setKind] = useState<(typeof recipients)[number]>('owner');
  const [name, setName] = useState('');
  const [paper, setPaper] = useState('');
  const [by, setBy] = useState<'card' | 'statement'>('card');
  const [idNumber, setIdNumber] = useState('');
  const [signature, setSignature] = useState<(typeof signatures)[number]>('signature');
  const [allBack, setAllBack] = useState(true);
  const [kept, setKept] = useState('');
  useImperativeHandle(
    pile,
    () => () =>
      returnPile(command, {
        to: kind === 'proxy' ? { kind, name, idNumber, paper } : { kind },
        shown: { by, idNumber },
        signature,
        kept: allBack ? '' : kept,
        allBack,
        way: 'counter',
      }),
  );
  useScan((scan) => {
    if (scan.kind !== 'card') return false;
    const read = parseCard(scan.text, localDateAt(now));
    if (!read.ok) return false;
    setIdNumber(read.card.person.idNumber);
    if (kind === 'proxy') setName(read.card.person.name);
    return true;
  });
  return (
    <>
      <p className={classes['hint']}>{say.returnHint}</p>
      <SegmentedControl
        aria-label={say.recipient}
        value={kind}
        onChange={(chosen) => setKind(recipients.find((one) => one === chosen) ?? 'owner')}
        data={recipients.map((one) => ({ value: one, label: words.acts.recipients[one] }))}
      />
      {kind === 'proxy' && (
        <div className={classes['pair']}>
          <TextInput
            label={say.proxyName}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={say.proxyPaper}
            value={paper}
            onChange={(event) => setPaper(event.currentTarget.value)}
          />
        </div>
      )}
      <TextInput
        data-autofocus
        label={say.idNumber}
        value={idNumber}
        onChange={(event) => setIdNumber(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={say.shown}
        value={by}
        onChange={(chosen) => setBy(chosen === 'statement' ? 'statement' : 'card')}
        data={[
          { value: 'card', label: say.shownCard },
          { value: 'statement', label: say.shownStatement },
        ]}
      />
      <SegmentedControl
        aria-label={say.signature}
        value={signature}
        onChange={(chosen) => setSignature(signatures.find((one) => one === chosen) ?? 'signature')}
        data={signatures.map((one) => ({ value: one, label: words.acts.signatures[one] }))}
      />
      <Checkbox
        label={say.originals}
        checked={allBack}
        onChange={(event) => setAllBack(event.currentTarget.checked)}
      />
      {!allBack && (
        <TextInput label={say.kept} value={kept} onChange={(event) => setKept(event.currentTarget.value)} />
      )}
    </>
  );
};
