import { formatDateTime, formatDay } from '../../../shared/calendar/vietnam-time.ts';
import { countedRounds } from '../../../shared/dossier/acts/clock.ts';
import { formNumber } from '../../../shared/dossier/form-number.ts';
import type { Taken } from '../../../shared/dossier/state.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { useWords } from '../../words.ts';
import { Card, Facts } from './facts.tsx';
import { Files } from './files.tsx';
import type { Fact } from './facts.tsx';
import classes from './dossier.module.css';

const live = <T extends { event: string }>({ overruled }: Taken, all: readonly T[]): T[] =>
  all.filter(({ event }) => !overruled.includes(event));

const workFacts = (state: Taken, words: Messages): Fact[] => {
  const say = words.acts.facts;
  const when = (at: number): string => formatDateTime(at, words.calendar);
  const { holder, slip } = state;
  return [
    {
      label: say.holder,
      value: holder ? [holder.unit, holder.person].filter((part) => part !== '').join(', ') : say.atCounter,
    },
    { label: say.slip, value: slip ? formNumber('control', slip) : '' },
    ...countedRounds(state).map(({ asked, received }) => {
      const came = state.brought.find(({ event }) => event === received);
      return {
        label: say.asked({ round: asked.round }),
        value: [
          say.askedAt({ at: when(asked.at), number: formNumber('guidance', asked) }),
          came ? say.brought({ at: when(came.at) }) : say.waiting,
        ].join(', '),
      };
    }),
    ...live(state, state.extensions).map((extension) => ({
      label: say.extension,
      value: say.extended({
        due: when(extension.deadline.dueAt),
        number: formNumber('extension', extension),
      }),
    })),
    ...live(state, state.stops).map((stop) => ({
      label: say.stop,
      value: say.stopOf({ at: when(stop.at), number: formNumber('stop', stop), reason: stop.reason }),
    })),
    ...live(state, state.withdrawals).map(({ at, to, reason }) => ({
      label: say.withdrawal,
      value: say.withdrawalOf({ at: when(at), to: to.name, reason }),
    })),
  ];
};

const resultFacts = (state: Taken, words: Messages): Fact[] => {
  const say = words.acts.facts;
  const when = (at: number): string => formatDateTime(at, words.calendar);
  const { result } = state;
  const notice = state.notices.at(-1);
  return [
    ...(result
      ? [
          {
            label: say.result,
            value: say.resultOf({
              number: result.number,
              date: formatDay(result.date),
              signer: result.signer,
            }),
          },
          { label: say.resultSummary, value: result.summary },
          {
            label: say.resultFiles,
            value: result.files.length > 0 && <Files dossier={state.id} files={result.files} />,
          },
        ]
      : []),
    ...(notice
      ? [
          {
            label: say.notice,
            value: say.noticeOf({
              at: when(notice.at),
              how: words.acts.notify[notice.how],
              reached: notice.reached ? words.acts.toldParts.reached : words.acts.toldParts.notReached,
            }),
          },
        ]
      : []),
    ...live(state, state.returns).flatMap(({ at, to, shown, kept, satisfaction }) => [
      {
        label: say.returned,
        value: say.returnedOf({ at: when(at), to: to.name, shown: words.acts.shown[shown.by] }),
      },
      {
        label: words.acts.recipients.proxy,
        value: to.kind === 'proxy' ? `${to.idNumber}, ${to.paper}` : '',
      },
      { label: say.kept, value: kept },
      { label: say.satisfaction, value: satisfaction === null ? '' : `${satisfaction}/5` },
    ]),
  ];
};

const fileFacts = ({ place, receiptLost }: Taken, words: Messages): Fact[] => {
  const say = words.acts.facts;
  return [
    { label: say.place, value: place },
    {
      label: say.receiptLost,
      value: receiptLost
        ? say.receiptLostOf({ by: receiptLost.by, at: formatDateTime(receiptLost.at, words.calendar) })
        : '',
    },
  ];
};

/** Where the dossier has been and what has been done to it: the facts of its acts. */
export const CourseCard = ({ state }: { state: Taken }) => {
  const words = useWords();
  const say = words.acts.facts;
  const { corrections } = state;
  return (
    <Card title={say.course}>
      <Facts facts={[...workFacts(state, words), ...resultFacts(state, words), ...fileFacts(state, words)]} />
      {corrections.length > 0 && (
        <p className={classes['quiet']}>{say.corrections({ count: corrections.length })}</p>
      )}
    </Card>
  );
};

/** Originals the office took, and which of them have gone back: the first thing asked when the result is fetched. */
export const HeldOriginals = ({ state }: { state: Taken }) => {
  const words = useWords();
  const say = words.dossiers.page;
  const { facts } = words.acts;
  return (
    <Card title={say.heldTitle}>
      {state.originals.length === 0 ? (
        <p className={classes['quiet']}>{say.nothingHeld}</p>
      ) : (
        <ul className={classes['list']}>
          {state.originals.map(({ name, backAt }, place) => (
            <li key={place}>
              {name}{' '}
              <span className={backAt === null ? classes['held'] : classes['quiet']}>
                {backAt === null
                  ? facts.originalHere
                  : facts.originalBack({ at: formatDateTime(backAt, words.calendar) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
