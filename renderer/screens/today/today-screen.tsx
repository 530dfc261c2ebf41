import { Button, Kbd } from '@mantine/core';
import { formatDate } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { go, openPanel, useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { useNow } from '../dossiers/use-now.ts';
import { DayCounts } from './day-counts.tsx';
import { Drafts, MorningLists, Recent } from './day-lists.tsx';
import { OnlineSubmissions } from './online-list.tsx';
import { NotTakenIn } from './not-taken-in.tsx';
import { Promises } from './promises.tsx';
import { Twins } from './twins.tsx';
import { OpenDays } from './open-days.tsx';
import { UnkeptCode } from './unkept-code.tsx';
import { UnsoundVault } from './unsound-vault.tsx';
import { UnsurePapers } from './unsure-papers.tsx';
import { useTold } from '../../use-told.ts';
import { useWorkingSet } from '../../working-set.ts';
import classes from './today.module.css';

const EmptyDay = ({ mayReceive }: { mayReceive: boolean }) => {
  const say = useWords().today.empty;
  return (
    <section className={classes['empty']} aria-label={say.title}>
      <h2 className={classes['heading']}>{say.title}</h2>
      {mayReceive && (
        <>
          <p>{say.text}</p>
          <Button className={classes['start'] ?? ''} onClick={() => go('intake', {})}>
            {say.start}
          </Button>
        </>
      )}
      <p className={classes['quiet']}>{say.search}</p>
    </section>
  );
};

const Day = ({ day }: { day: string }) => {
  const words = useWords();
  const say = words.today;
  const now = useNow();
  const mayReceive = useDesk((desk) => desk.session?.clerk.roles.includes('reception') ?? false);
  const { answer: told } = useTold(() => ask('day.morning', {}), 'delta', true);
  const morning = told?.ok === true ? told.value : null;
  const { answer } = useTold(() => ask('intake.drafts', {}), 'drafts', mayReceive);
  const drafts = answer?.ok === true ? answer.value : [];
  // Questions nobody waits for at the door; main answers one after another.
  const isSettled = useWorkingSet(({ state }) => state !== 'empty');
  return (
    <div className={classes['screen']}>
      <h1 className={classes['title']}>
        {say.title}
        <span className={classes['date']}>{formatDate(day, words.calendar)}</span>
        <Button
          className={classes['whereIs'] ?? ''}
          variant="default"
          size="compact-md"
          rightSection={<Kbd size="xs">{words.common.frame.keys.whereIs}</Kbd>}
          onClick={() => openPanel('whereIs')}
        >
          {words.day.whereIs.title}
        </Button>
      </h1>
      <UnsoundVault />
      <NotTakenIn />
      <UnsurePapers />
      <UnkeptCode />
      {isSettled && (
        <>
          <Promises />
          <Twins />
          <OpenDays today={day} />
        </>
      )}
      {told?.ok === false && <p className="fault">{say.failed}</p>}
      {morning !== null && (
        <>
          <DayCounts morning={morning} />
          {morning.recent.length === 0 && <EmptyDay mayReceive={mayReceive} />}
        </>
      )}
      <OnlineSubmissions now={now} mayReceive={mayReceive} />
      <Drafts drafts={drafts} now={now} />
      {morning !== null && (
        <div className={classes['columns']}>
          <MorningLists morning={morning} now={now} />
          {morning.recent.length > 0 && <Recent rows={morning.recent} now={now} />}
        </div>
      )}
    </div>
  );
};

/** The day at one glance: what needs an answer first, what was begun, what comes next (F1). */
export const TodayScreen = () => {
  const day = useDesk((desk) => desk.session?.day.day);
  return day === undefined ? null : <Day day={day} />;
};
