import { Fragment } from 'react';
import { everyWeekday } from '../../../shared/calendar/vietnam-time.ts';
import type { Weekday } from '../../../shared/calendar/vietnam-time.ts';
import { summariseHours } from '../../../shared/calendar/office-hours.ts';
import type { Session } from '../../../shared/calendar/office-hours.ts';
import type { Problem } from '../../../shared/faults.ts';
import { problemText, useWords } from '../../words.ts';
import { readHours, withTime } from './hours-draft.ts';
import type { HoursDraft } from './hours-draft.ts';

interface HoursEditorProps {
  draft: HoursDraft;
  /** As `findHoursProblems` names them: `hours.<weekday>.<n>.from|to`, or `hours`. */
  problems: readonly Problem[];
  readOnly?: boolean;
  onChange: (draft: HoursDraft) => void;
}

const halves = ['morning', 'afternoon'] as const;
const ends = ['from', 'to'] as const;

/** The week's hours as a table of typed times. */
export const HoursEditor = ({ draft, problems, readOnly = false, onChange }: HoursEditorProps) => {
  const words = useWords();
  const say = words.settings.hours;
  const { hours, places } = readHours(draft);
  const problemAt = (weekday: Weekday, place: number, end: keyof Session): Problem | undefined =>
    problems.find(({ field }) => field === `hours.${weekday}.${places[weekday].indexOf(place)}.${end}`);
  const whole = problems.find(({ field }) => field === 'hours') ?? problems[0];
  return (
    <div className="hours">
      <table>
        <thead>
          <tr>
            <th scope="col">{say.day}</th>
            {halves.map((half) => (
              <th key={half} scope="colgroup" colSpan={2}>
                {say[half]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {everyWeekday.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{words.settings.weekdays[weekday]}</th>
              {halves.map((half, place) => (
                <Fragment key={half}>
                  {ends.map((end) => (
                    <td key={end}>
                      <input
                        className="input"
                        inputMode="numeric"
                        autoComplete="off"
                        maxLength={5}
                        readOnly={readOnly}
                        placeholder={end === 'from' ? say.closed : ''}
                        aria-label={say.field({
                          day: words.settings.weekdays[weekday],
                          part: say[half],
                          end: say[end],
                        })}
                        aria-invalid={problemAt(weekday, place, end) !== undefined}
                        value={draft[weekday][place === 0 ? 0 : 1][end]}
                        onChange={(event) =>
                          onChange(withTime(draft, weekday, place, end, event.target.value))
                        }
                      />
                    </td>
                  ))}
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={whole === undefined ? 'hint' : 'problem'} role="status">
        {whole === undefined
          ? say.reads({ hours: summariseHours(hours, words.calendar) })
          : problemText(words, whole)}
      </p>
      {!readOnly && <p className="hint">{say.format}</p>}
    </div>
  );
};
