import { Button, Group, Progress } from '@mantine/core';
import type { SyncStanding } from '../../../../shared/contract.ts';
import { MINUTE_MS, formatDateTime } from '../../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../../bridge.ts';
import { useDesk } from '../../../desk-store.ts';
import { ageText, countText } from '../../../frame/age.ts';
import { useWords } from '../../../words.ts';
import { useNow } from '../../dossiers/use-now.ts';
import { useTold } from '../../../use-told.ts';
import { SectionSheet } from '../section-sheet.tsx';
import { useDoing } from '../use-doing.ts';
import { Carry } from './carry.tsx';
import { JoinForm } from './join-form.tsx';
import { SyncItems } from './sync-items.tsx';
import classes from '../settings.module.css';

/** A clock this far off is worth a sentence. */
const clockMs = 2 * MINUTE_MS;
/** What takes less needs no bar. */
const worthBarMs = 2_000;

/** It sends, and somebody at the province has yet to compare its fingerprint. */
const isUnconfirmed = ({ failure }: SyncStanding): boolean => failure === 'unconfirmed';

const useFacts = (standing: SyncStanding): [string, string][] => {
  const words = useWords();
  const language = useDesk((desk) => desk.language);
  const say = words.sync.facts;
  const now = useNow();
  const { waiting, clockOffset, joined } = standing;
  const count = (number: number) => countText(number, language);
  const age = waiting.since === null ? '' : ageText(now - waiting.since, words);
  const clockAge = ageText(Math.abs(clockOffset ?? 0), words);
  const acts = count(waiting.rows);
  const facts: [string, string][] = [
    [say.state, isUnconfirmed(standing) ? words.sync.confirming.state : words.sync.phases[standing.phase]],
    [
      say.waiting,
      waiting.rows === 0
        ? say.nothing
        : waiting.dossiers === 0
          ? say.waitingInOffice({ acts, age })
          : say.waitingIs({ dossiers: count(waiting.dossiers), acts, age }),
    ],
    [say.accepted, say.acceptedIs({ own: count(standing.accepted), others: count(standing.fromOthers) })],
    ...(standing.keptAside > 0
      ? [[say.keptAside, say.keptAsideIs({ count: count(standing.keptAside) })] satisfies [string, string]]
      : []),
    [
      say.files,
      standing.filesWaiting === 0 ? say.nothing : say.filesAre({ count: count(standing.filesWaiting) }),
    ],
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
    facts.push([say.hub, `${joined.hubName} · ${joined.url}`], [say.fingerprint, joined.fingerprint]);
  return facts;
};

const OnTheWay = ({
  progress: { sent, total, left },
}: {
  progress: NonNullable<SyncStanding['progress']>;
}) => {
  const words = useWords();
  const language = useDesk((desk) => desk.language);
  const say = words.sync.progress;
  if (left !== null && left < worthBarMs) return null;
  const text = say.sent({ sent: countText(sent, language), total: countText(total, language) });
  return (
    <div>
      <p>{left === null ? text : `${text} · ${say.left({ age: ageText(left, words) })}`}</p>
      <Progress value={(100 * sent) / Math.max(1, total)} transitionDuration={0} aria-label={text} />
    </div>
  );
};

/** The province has ended this PC's key: only a new code helps. */
const isEnded = ({ failure }: SyncStanding): boolean => failure === 'revoked' || failure === 'unknownDesk';

const Standing = ({
  standing,
  mayJoin,
  again,
}: {
  standing: SyncStanding;
  mayJoin: boolean;
  again: () => void;
}) => {
  const words = useWords();
  const facts = useFacts(standing);
  const sending = useDoing();
  const { joined, failure, newest, progress } = standing;
  return (
    <>
      {failure !== null && (
        <p className="fault wait" role="status">
          {words.sync.failures[failure]}
        </p>
      )}
      {joined && isUnconfirmed(standing) && (
        <div>
          <p className={classes['fingerprint']}>{joined.fingerprint}</p>
          <p className="hint">{words.sync.confirming.hint}</p>
        </div>
      )}
      {mayJoin && isEnded(standing) && <JoinForm text={words.sync.rejoin} onJoined={again} />}
      {newest !== null && <p className="hint">{words.sync.newest({ version: newest })}</p>}
      {progress !== null && <OnTheWay progress={progress} />}
      <Group>
        <Button loading={sending.busy} onClick={() => void sending.run(ask('sync.sendNow', {})).then(again)}>
          {words.sync.sendNow}
        </Button>
      </Group>
      <SyncItems standing={standing} />
      <Carry onDone={again} />
      <h3>{words.sync.facts.title}</h3>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

/** The line to the province: joined or not, what waits, what needs a hand. Every window draws it anew with the strip. */
export const SyncSection = ({ mayJoin, trial }: { mayJoin: boolean; trial: boolean }) => {
  const words = useWords();
  const { answer, reload } = useTold(() => ask('sync.get', {}), 'strip', !trial);
  const standing = answer?.ok === true ? answer.value : null;
  const again = () => void reload();
  return (
    <SectionSheet title={words.settings.sections.sync} text={trial ? words.sync.join.trial : words.sync.text}>
      {standing?.joined && <Standing standing={standing} mayJoin={mayJoin} again={again} />}
      {standing &&
        !standing.joined &&
        (mayJoin ? (
          <JoinForm text={words.sync.join.text} onJoined={again} />
        ) : (
          <p className="hint">{words.sync.join.adminOnly}</p>
        ))}
    </SectionSheet>
  );
};
