import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SyncStanding } from '../../../shared/contract.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { ageText, countText } from '../../frame/age.ts';
import { useAnswer } from '../../use-answer.ts';
import { useWords } from '../../words.ts';
import { useNow } from '../dossiers/use-now.ts';
import { SectionSheet } from './section-sheet.tsx';
import { SyncItems } from './sync-items.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

const asking = () => ask('sync.get', {});

/** A clock this far off is worth a sentence. */
const clockMs = 120_000;
const everyMs = 3_000;

const JoinForm = ({ onJoined }: { onJoined: () => void }) => {
  const words = useWords();
  const say = words.sync.join;
  const [url, setUrl] = useState('');
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState('');
  const joining = useDoing();
  const join = async () => {
    setRefusal('');
    const answer = await ask('sync.join', { url, code });
    if (answer.ok) {
      onJoined();
      return;
    }
    const reason = answer.fault.params?.['reason'];
    const texts: Record<string, string> = words.sync.failures;
    setRefusal(typeof reason === 'string' ? (texts[reason] ?? '') : '');
    await joining.run(Promise.resolve(answer));
  };
  return (
    <form
      aria-label={say.title}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <p>{say.text}</p>
      <TextInput
        label={say.url}
        placeholder={say.urlExample}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={say.code}
        value={code}
        autoComplete="off"
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div role="status">
        {joining.told !== '' && <p className="fault">{`${joining.told} ${refusal}`.trim()}</p>}
      </div>
      <Group mt="sm">
        <Button type="submit" disabled={url.trim() === '' || code.trim() === ''}>
          {say.now}
        </Button>
      </Group>
    </form>
  );
};

const useFacts = (standing: SyncStanding): [string, string][] => {
  const words = useWords();
  const language = useDesk((desk) => desk.language);
  const say = words.sync.facts;
  const now = useNow();
  const { waiting, clockOffset, joined } = standing;
  const count = (number: number) => countText(number, language);
  const age = waiting.since === null ? '' : ageText(now - waiting.since, words);
  const clockAge = ageText(Math.abs(clockOffset ?? 0), words);
  const facts: [string, string][] = [
    [say.state, words.sync.phases[standing.phase]],
    [
      say.waiting,
      waiting.rows === 0 ? say.nothing : say.waitingIs({ dossiers: count(waiting.dossiers), age }),
    ],
    [say.accepted, say.acceptedIs({ own: count(standing.accepted), others: count(standing.fromOthers) })],
    [
      say.contact,
      standing.lastContactAt === null ? say.never : formatDateTime(standing.lastContactAt, words.calendar),
    ],
  ];
  if (clockOffset !== null)
    facts.push([
      say.clock,
      Math.abs(clockOffset) < clockMs
        ? say.clockRight
        : clockOffset > 0
          ? say.clockFast({ age: clockAge })
          : say.clockSlow({ age: clockAge }),
    ]);
  if (joined)
    facts.unshift([say.hub, `${joined.hubName} · ${joined.url}`], [say.fingerprint, joined.fingerprint]);
  return facts;
};

const Standing = ({ standing, again }: { standing: SyncStanding; again: () => void }) => {
  const words = useWords();
  const facts = useFacts(standing);
  const sending = useDoing();
  const { joined, failure } = standing;
  return (
    <>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {failure !== null && <p className="fault wait">{words.sync.failures[failure]}</p>}
      {joined && !joined.confirmed && <p className="hint">{words.sync.confirmHint}</p>}
      {joined && (
        <Group>
          <Button
            loading={sending.busy}
            onClick={() => void sending.run(ask('sync.sendNow', {})).then(again)}
          >
            {words.sync.sendNow}
          </Button>
        </Group>
      )}
    </>
  );
};

/** The line to the province: joined or not, what waits, what needs a hand. */
export const SyncSection = ({ mayJoin, trial }: { mayJoin: boolean; trial: boolean }) => {
  const words = useWords();
  const { value: standing, again } = useAnswer(asking);
  useEffect(() => {
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <SectionSheet title={words.settings.sections.sync} text={words.sync.text}>
      {trial && <p className="hint">{words.sync.join.trial}</p>}
      {standing?.joined && <Standing standing={standing} again={again} />}
      {standing &&
        !standing.joined &&
        !trial &&
        (mayJoin ? <JoinForm onJoined={again} /> : <p className="hint">{words.sync.join.adminOnly}</p>)}
      {standing?.joined && <SyncItems turn={standing.waiting.rows + standing.aside} />}
    </SectionSheet>
  );
};
