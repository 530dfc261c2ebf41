import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import shipped from '../../assets/calendar/vn-2024-2027.json';
import { termUnits } from '../catalogue/procedure.ts';
import type { Term } from '../catalogue/procedure.ts';
import { messagesIn } from '../messages/index.ts';
import { parseCalendarPack } from './calendar-pack.ts';
import { computeDeadline } from './deadline.ts';
import { explainDeadline, formatTerm } from './explain-deadline.ts';
import { defaultOfficeHours } from './office-hours.ts';
import {
  clockOf,
  formatDateTime,
  formatMinute,
  instantOf,
  parseClock,
  parseTypedDate,
} from './vietnam-time.ts';
import { openWorkingCalendar } from './working-calendar.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The page a clerk reads is the specification: every row of its tables is computed again. */

const words = messagesIn('vi').calendar;
const parsed = parseCalendarPack(shipped);
if (!parsed.ok) throw new Error('the shipped calendar is invalid');
const offices: Record<string, WorkingCalendar> = {
  A: openWorkingCalendar(parsed.pack, defaultOfficeHours()),
  B: openWorkingCalendar(parsed.pack, { ...defaultOfficeHours(), 6: [{ from: '07:30', to: '11:30' }] }),
  C: openWorkingCalendar(parsed.pack, defaultOfficeHours(), { passOnAfter: '15:00' }),
};

interface Row {
  unit: string;
  term: string;
  received: string;
  offices: string[];
  due: string;
  reason: string;
}

const page = readFileSync(new URL('../../docs/deadlines.md', import.meta.url), 'utf8');

const rowsUnder = (heading: string): Row[] => {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+`/.test(line))
    .map((line) => {
      const [unit = '', term = '', received = '', names = '', due = '', reason = ''] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return {
        unit: unit.replaceAll('`', ''),
        term,
        received,
        offices: names.split(', '),
        due: due.replaceAll('**', ''),
        reason,
      };
    });
};

const termOf = ({ unit, term }: Row): Term => {
  const known = termUnits.find((one) => one === unit);
  if (!known) throw new Error(`unknown unit ${unit}`);
  const cutoff = /chốt (\d+:\d\d)/.exec(term)?.[1];
  return {
    value: Number(/^\d+/.exec(term)?.[0] ?? 1),
    unit: known,
    ...(cutoff ? { cutoff: cutoff.padStart(5, '0') } : {}),
  };
};

const instantOfText = (text: string): number => {
  const { time = '', day = '' } = /^(?<time>\d+:\d\d) .* (?<day>\d+\/\d+\/\d{4})$/.exec(text)?.groups ?? {};
  const minute = parseClock(time.padStart(5, '0'));
  const date = parseTypedDate(day);
  if (minute === undefined || date === undefined) throw new Error(`unreadable: ${text}`);
  return instantOf(date, minute);
};

const general = rowsUnder('Bảng chung');
const particular = rowsUnder('Trường hợp riêng');

describe('docs/deadlines.md', () => {
  it.each([...general, ...particular])('$term nhận $received tại $offices', (row) => {
    const term = termOf(row);
    const at = instantOfText(row.received);
    expect(formatDateTime(at, words)).toBe(row.received);
    const cutoff = term.cutoff === undefined ? '' : `, chốt ${formatMinute(parseClock(term.cutoff) ?? -1)}`;
    expect(`${formatTerm(term, words)}${cutoff}`).toBe(row.term);
    for (const name of row.offices) {
      const calendar = offices[name];
      if (!calendar) throw new Error(`no office ${name}`);
      const result = computeDeadline(term, at, calendar);
      if (!result.ok) throw new Error(result.fault.code);
      expect(formatDateTime(result.deadline.dueAt, words)).toBe(row.due);
      expect(explainDeadline(result.deadline, words)).toBe(row.reason);
    }
  });

  it('shows every unit at 15:40, over lunch, after closing and on a Saturday, for both kinds of office', () => {
    const shown = general.flatMap((row) => {
      const at = instantOfText(row.received);
      const saturday = row.received.includes('thứ Bảy');
      const clock = clockOf(Math.floor(((at + 7 * 3_600_000) % 86_400_000) / 60_000));
      return row.offices.map((office) => `${row.unit} ${saturday ? 'Saturday' : clock} ${office}`);
    });
    const wanted = termUnits.flatMap((unit) =>
      ['15:40', '11:45', '17:20', 'Saturday'].flatMap((when) =>
        ['A', 'B'].map((office) => `${unit} ${when} ${office}`),
      ),
    );
    expect(shown.sort()).toEqual(wanted.sort());
  });

  it('has particular cases too', () => {
    expect(particular.length).toBeGreaterThanOrEqual(15);
  });
});
