import type { Problem } from '../../../shared/faults.ts';
import { useWords } from '../../words.ts';
import { draftHours, readHours } from '../settings/hours-draft.ts';
import { HoursEditor } from '../settings/hours-editor.tsx';
import { laneOf } from './set-up-form.ts';
import type { StepProps } from './step-parts.ts';
import { TextField } from './text-field.tsx';

interface DeskStepProps extends StepProps {
  problems: readonly Problem[];
}

const four = (number: number) => String(number).padStart(4, '0');

export const DeskStep = ({ form, change, problemAt, problems }: DeskStepProps) => {
  const say = useWords().settings.setUp.desk;
  const lane = laneOf(form);
  const { hours } = readHours(form.hours);
  const ownLane = form.ownLane ?? { from: String(lane?.from ?? ''), to: String(lane?.to ?? '') };
  const showLane = form.ownLane !== null || form.provinceNumbers || lane === undefined;
  return (
    <div className="set-up-desk">
      <div className="set-up-column">
        <TextField
          field="desk.number"
          label={say.number}
          hint={say.numberHint}
          maxLength={2}
          numeric
          value={form.deskNumber}
          problem={problemAt('desk.number')}
          onChange={(deskNumber) => change({ deskNumber, ownLane: null })}
        />
        <TextField
          field="desk.name"
          label={say.name}
          hint={say.nameHint}
          optional
          maxLength={100}
          value={form.deskName}
          problem={problemAt('desk.name')}
          onChange={(deskName) => change({ deskName })}
        />
        <fieldset className="field">
          <legend className="field-label">{say.province}</legend>
          {[false, true].map((value) => (
            <label key={String(value)} className="choice">
              <input
                type="radio"
                name="provinceNumbers"
                checked={form.provinceNumbers === value}
                onChange={() => change({ provinceNumbers: value, ownLane: null })}
              />
              <span>{value ? say.provinceYes : say.provinceNo}</span>
            </label>
          ))}
          {form.provinceNumbers && <p className="fault wait">{say.agreement}</p>}
        </fieldset>
        {showLane && (
          <div className="field-row">
            <TextField
              field="lane.from"
              label={say.from}
              maxLength={4}
              numeric
              value={ownLane.from}
              problem={problemAt('lane.from')}
              onChange={(from) => change({ ownLane: { ...ownLane, from } })}
            />
            <TextField
              field="lane.to"
              label={say.to}
              maxLength={4}
              numeric
              value={ownLane.to}
              problem={problemAt('lane.to')}
              onChange={(to) => change({ ownLane: { ...ownLane, to } })}
            />
          </div>
        )}
        {lane === undefined ? (
          problemAt('lane.from') === '' && <p className="hint">{say.noLane}</p>
        ) : (
          <p className="hint">
            {say.lane({
              from: Number.isNaN(lane.from) ? '…' : four(lane.from),
              to: Number.isNaN(lane.to) ? '…' : four(lane.to),
            })}
          </p>
        )}
        {!showLane && (
          <button type="button" className="button plain" onClick={() => change({ ownLane })}>
            {say.laneOwn}
          </button>
        )}
      </div>
      <fieldset className="field">
        <legend className="field-label">{say.hours}</legend>
        <p className="hint">{say.hoursHint}</p>
        <label className="choice">
          <input
            type="checkbox"
            checked={hours[6].length > 0}
            onChange={(event) =>
              change({
                hours: draftHours({ ...hours, 6: event.target.checked ? hours[5].slice(0, 1) : [] }),
              })
            }
          />
          <span>{say.saturday}</span>
        </label>
        <HoursEditor
          draft={form.hours}
          problems={problems.filter(({ field }) => !/^(desk|lane)\./.test(field))}
          onChange={(next) => change({ hours: next })}
        />
      </fieldset>
    </div>
  );
};
