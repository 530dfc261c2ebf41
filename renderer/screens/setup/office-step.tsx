import type { OfficeProfile } from '../../../shared/office/profile.ts';
import { useWords } from '../../words.ts';
import type { StepProps } from './step-parts.ts';
import { TextField } from './text-field.tsx';

/** Fields in the order of the paper's head; the telephone and the look-up page may be missing. What only money needs is given in Settings. */
const fields = [
  'code',
  'superior',
  'name',
  'province',
  'address',
  'phone',
  'lookupBase',
] as const satisfies readonly (keyof OfficeProfile)[];
const optional: ReadonlySet<keyof OfficeProfile> = new Set(['phone', 'lookupBase']);

const limits: Record<(typeof fields)[number], number> = {
  code: 35,
  name: 200,
  superior: 200,
  province: 100,
  address: 300,
  phone: 40,
  lookupBase: 200,
};

export const OfficeStep = ({ form, change, problemAt }: StepProps) => {
  const say = useWords().settings.setUp.office;
  const hints: Partial<Record<keyof OfficeProfile, string>> = {
    code: say.codeHint,
    name: say.nameHint,
    superior: say.superiorHint,
    lookupBase: say.lookupBaseHint,
  };
  return (
    <div className="set-up-fields">
      {fields.map((field) => (
        <TextField
          key={field}
          field={`profile.${field}`}
          label={say[field]}
          hint={hints[field]}
          optional={optional.has(field)}
          maxLength={limits[field]}
          value={form.profile[field]}
          problem={problemAt(`profile.${field}`)}
          onChange={(value) =>
            change({ profile: { ...form.profile, [field]: field === 'code' ? value.toUpperCase() : value } })
          }
        />
      ))}
    </div>
  );
};
