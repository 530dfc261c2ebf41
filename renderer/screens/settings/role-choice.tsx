import { Checkbox, Stack } from '@mantine/core';
import type { Role } from '../../../shared/journal/row.ts';
import { useWords } from '../../words.ts';

export const everyRole = [
  'reception',
  'officer',
  'leader',
  'registrar',
  'admin',
  'auditor',
] as const satisfies readonly Role[];

interface RoleChoiceProps {
  roles: Role[];
  error: string | undefined;
  onChange: (roles: Role[]) => void;
}

/** The roles of one clerk; one person may hold several. */
export const RoleChoice = ({ roles, error, onChange }: RoleChoiceProps) => {
  const { settings } = useWords();
  return (
    <Checkbox.Group
      label={settings.clerks.roles}
      value={roles}
      error={error}
      onChange={(names) => onChange(everyRole.filter((role) => names.includes(role)))}
    >
      <Stack gap={6} mt={6}>
        {everyRole.map((role) => (
          <Checkbox key={role} value={role} label={settings.roles[role]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
};
