import { useState } from 'react';
import { summariseHours } from '../../../shared/calendar/office-hours.ts';
import { localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { dossierCode } from '../../../shared/dossier/code.ts';
import { useWords } from '../../words.ts';
import { laneOf, setUpInput } from './set-up-form.ts';
import type { SetUpForm } from './set-up-form.ts';

/** What will be written, before it is: the first dossier code shows what cannot change later. */
export const CheckStep = ({ form }: { form: SetUpForm }) => {
  const words = useWords();
  const say = words.settings.setUp;
  const { profile, desk, hours, clerk, trial } = setUpInput(form);
  const lane = laneOf(form);
  const [today] = useState(() => localDateAt(Date.now()));
  const rows: [string, string][] = [
    [say.office.superior, profile.superior],
    [say.office.name, `${profile.name} (${profile.code})`],
    [
      say.office.address,
      [profile.address, profile.province, profile.phone].filter((text) => text !== '').join(' · '),
    ],
    [say.office.lookupBase, profile.lookupBase === '' ? words.common.none : profile.lookupBase],
    [say.desk.number, desk.name === '' ? String(desk.number) : `${desk.number} · ${desk.name}`],
    [say.desk.hours, summariseHours(hours, words.calendar)],
    [say.clerk.name, `${clerk.name} (${clerk.username})`],
    [say.clerk.use, trial ? say.clerk.trial : say.clerk.real],
  ];
  return (
    <div className="set-up-column">
      <p>{say.check.text}</p>
      <dl className="set-up-check">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{say.check.sample}</dt>
          <dd className="set-up-code">{dossierCode(profile.code, today, lane?.from ?? 1)}</dd>
        </div>
      </dl>
      <p className="hint">{say.check.next}</p>
    </div>
  );
};
