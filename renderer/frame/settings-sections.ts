import type { SettingsSection } from '../desk-store.ts';
import type { Role } from '../../shared/journal/row.ts';

const everybody = [
  'office',
  'hours',
  'lanes',
  'printers',
  'catalogue',
  'money',
  'signing',
  'backup',
  'sync',
  'journal',
  'looks',
] as const;

/** The sections a clerk of these roles sees; what she may change in them is main's to say. */
export const sectionsFor = (roles: readonly Role[]): SettingsSection[] => {
  const sections: SettingsSection[] = [...everybody];
  if (roles.includes('admin')) sections.splice(sections.indexOf('catalogue'), 0, 'clerks', 'security');
  if (roles.includes('admin') || roles.includes('auditor')) sections.push('access');
  return sections;
};
