import type { DayState, Strip as Standing } from '../../shared/contract.ts';
import {
  DAY_MS,
  dayNumberAt,
  dayNumberOf,
  formatDate,
  formatTime,
} from '../../shared/calendar/vietnam-time.ts';
import { go, openPanel, useDesk } from '../desk-store.ts';
import { useWords } from '../words.ts';
import { ageText, countText } from './age.ts';
import { useClock } from './use-clock.ts';
import classes from './strip.module.css';

type Tone = 'plain' | 'good' | 'wait' | 'need';

interface PartProps {
  /** A shape beside the word, so that colour is never alone. */
  shape: string;
  tone: Tone;
  text: string;
  /** What a small window leaves out. */
  more?: string;
  hint: string;
  onOpen: () => void;
}

const Part = ({ shape, tone, text, more = '', hint, onOpen }: PartProps) => (
  <button type="button" className={classes['part']} data-tone={tone} title={hint} onClick={onOpen}>
    <span aria-hidden="true" className={classes['shape']}>
      {shape}
    </span>
    <span className={classes['partText']}>
      {text}
      {more !== '' && <span className={classes['more']}>{` ${more}`}</span>}
    </span>
  </button>
);

const openSync = (): void => go('settings', { section: 'sync' });

const Parts = ({ strip, now }: { strip: Standing; now: number }) => {
  const words = useWords();
  const language = useDesk((desk) => desk.language);
  const trial = useDesk((desk) => desk.session?.trial ?? false);
  const say = words.common.frame.strip;
  const count = (number: number) => countText(number, language);
  const backedUp = strip.lastBackupAt !== null && now - strip.lastBackupAt < DAY_MS;
  /** Nothing waits, and nothing was kept aside. */
  const hasAll = strip.waiting === 0 && strip.accepted === strip.saved;
  const age = strip.oldestWaitingAt === null ? '' : ageText(now - strip.oldestWaitingAt, words);
  return (
    <>
      <Part
        shape="▪"
        tone="plain"
        text={say.saved({ count: count(strip.saved) })}
        more={say.savedHere}
        hint={say.savedHint}
        onOpen={() => go('settings', { section: 'journal' })}
      />
      {(strip.waiting > 0 || !strip.joined) && (
        <Part
          shape={strip.waiting > 0 ? '▷' : '▪'}
          tone={strip.waiting > 0 ? 'wait' : 'plain'}
          text={
            trial
              ? say.neverSent
              : strip.waiting > 0
                ? say.waiting({ count: count(strip.waiting) })
                : say.noneWaiting
          }
          more={strip.waiting > 0 && age !== '' ? say.oldest({ age }) : ''}
          hint={trial ? say.neverSentHint : say.waitingHint}
          onOpen={openSync}
        />
      )}
      {strip.joined && (
        <Part
          shape={hasAll ? '✓' : '▪'}
          tone={hasAll ? 'good' : 'plain'}
          text={(hasAll ? say.allAccepted : say.accepted)({ count: count(strip.accepted) })}
          hint={say.acceptedHint}
          onOpen={openSync}
        />
      )}
      {strip.line === 'stopped' && (
        <Part shape="▲" tone="need" text={say.stopped} hint={say.waitingHint} onOpen={openSync} />
      )}
      <Part
        shape={strip.needsYou > 0 ? '▲' : '▪'}
        tone={strip.needsYou > 0 ? 'need' : 'plain'}
        text={strip.needsYou > 0 ? say.needsYou({ count: strip.needsYou }) : say.nothingNeeds}
        hint={say.needsHint}
        onOpen={() => (strip.aside > 0 ? openSync() : go('today', {}))}
      />
      <span className={classes['spring']} />
      <Part
        shape={backedUp ? '▪' : '▲'}
        tone={backedUp ? 'plain' : 'wait'}
        text={
          strip.lastBackupAt === null
            ? say.noBackup
            : say.backup({ age: ageText(now - strip.lastBackupAt, words) })
        }
        hint={say.backupHint}
        onOpen={() => go('settings', { section: 'backup' })}
      />
      <Part
        shape={strip.printer === '' ? '▲' : '▪'}
        tone={strip.printer === '' ? 'wait' : 'plain'}
        text={strip.printer === '' ? say.noPrinter : say.printer({ name: strip.printer })}
        hint={say.printerHint}
        onOpen={() => go('settings', { section: 'printers' })}
      />
    </>
  );
};

/** The counter's instant: this PC's, moved by the whole days a clerk has corrected it by. */
const businessInstant = (day: DayState, now: number): number =>
  day.state === 'ok' ? now + (dayNumberOf(day.day) - dayNumberAt(day.clock)) * DAY_MS : now;

const openDay = (day: DayState): void => {
  if (day.state === 'ok') go('settings', { section: 'hours' });
  else openPanel(day.state === 'restored' ? 'restore' : 'day');
};

/** One line, always there: what is safe, what waits, what needs a hand. Nothing is green before the province has shown it. */
export const StatusStrip = ({ day }: { day: DayState }) => {
  const words = useWords();
  const strip = useDesk((desk) => desk.strip);
  const now = useClock(day.clock);
  const say = words.common.frame.strip;
  const doubt = day.state !== 'ok';
  const instant = businessInstant(day, now);
  return (
    <footer className={classes['strip']} aria-label={say.label}>
      {strip === null ? (
        <>
          <span className={classes['part']}>{say.unknown}</span>
          <span className={classes['spring']} />
        </>
      ) : (
        <Parts strip={strip} now={instant} />
      )}
      <Part
        shape={doubt ? '▲' : '▪'}
        tone={doubt ? 'need' : 'plain'}
        text={formatTime(instant)}
        more={formatDate(doubt ? day.day : instant, words.calendar)}
        hint={say.clockHint}
        onOpen={() => openDay(day)}
      />
    </footer>
  );
};
