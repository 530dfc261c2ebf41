import type { list as listSource, row as rowSource } from '../../vi/dossiers/list.ts';
import type { Translation } from '../../translation.ts';

const dossiers = (count: string) => (count === '1' ? '1 dossier' : `${count} dossiers`);
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

export const list: Translation<typeof listSource> = {
  title: 'Dossiers',
  total: (params) => dossiers(params.count),
  filters: {
    legend: 'Filter dossiers',
    status: 'Status',
    procedure: 'Procedure',
    anyProcedure: 'Any procedure',
    from: 'Received from',
    to: 'until',
    dateHint: 'day/month/year',
    clear: 'Clear filters',
    clearOne: (params) => `Clear: ${params.name}`,
    calendar: {
      previousMonth: 'Previous month',
      nextMonth: 'Next month',
      previousYear: 'Previous year',
      nextYear: 'Next year',
      previousDecade: 'Previous ten years',
      nextDecade: 'Next ten years',
    },
    noProcedure: 'No procedure matches',
  },
  statuses: {
    all: 'All',
    accepted: 'Received',
    guided: 'To be completed',
    refused: 'Refused',
    unprinted: 'Not printed',
    dueSoon: 'Due soon',
    late: 'Overdue',
  },
  columns: {
    code: 'Dossier code',
    owner: 'Owner',
    procedure: 'Procedure',
    received: 'Received',
    due: 'Due',
    status: 'Status',
  },
  emptyAll: 'No dossier on this machine yet. Press F2 to receive the first one.',
  emptyFiltered: 'No dossier matches the filters. Remove a condition to see more.',
  intake: 'Receive a dossier (F2)',
  loading: 'Opening the list…',
  failed: 'The list could not be opened',
  retry: 'Try again',
  table: 'List of dossiers',
  noCode: 'no code yet',
  noDue: '—',
};

export const row: Translation<typeof rowSource> = {
  accepted: 'Received',
  guided: 'To be completed',
  refused: 'Refused',
  unprinted: 'Not printed',
  parked: 'Software update needed',
  late: 'Overdue',
  lateDays: (params) => `Overdue by ${days(params.days)}`,
  dueToday: 'Due today',
  dueTomorrow: 'Due tomorrow',
  dueAt: (params) => `due ${params.when}`,
  noDue: 'no return date',
};
