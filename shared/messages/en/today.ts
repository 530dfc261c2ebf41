import type { today as source } from '../vi/today.ts';
import type { Translation } from '../translation.ts';

const dossiers = (count: number) => (count === 1 ? '1 dossier' : `${count} dossiers`);

export const today: Translation<typeof source> = {
  title: 'Today',
  counts: {
    legend: 'Figures of the day',
    received: 'Received today',
    unprinted: 'Not printed',
    dueToday: 'Due today',
    late: 'Overdue',
    open: (params) => `${params.name}: ${dossiers(params.count)}, open the list`,
    none: (params) => `${params.name}: no dossier`,
  },
  drafts: {
    title: 'Unfinished intakes',
    hint: 'What was typed is kept, even through a power cut.',
    resume: 'Go on',
    drop: 'Drop this one',
    noName: 'no name yet',
    noProcedure: 'no procedure chosen',
    changed: (params) => `${params.when} · ${params.clerk}`,
    dropTitle: 'Drop this unfinished intake?',
    dropText: (params) =>
      `What was typed for ${params.who} will be dropped and cannot be brought back. Dossiers already received are not affected.`,
    dropYes: 'Drop it',
    dropNo: 'Keep it',
  },
  unsure: {
    title: 'Did this paper come out?',
    why: 'The machine stopped while it was printing. The dossier is safe; only the paper is in doubt. Look at the printer’s tray.',
    paper: (params) => `${params.form} · ${params.code}`,
    left: (params) =>
      params.count === 1 ? '1 more paper to answer for.' : `${params.count} more papers to answer for.`,
    yes: 'Printed, it is here',
    no: 'It did not come out',
    again: 'Print again now',
    later: 'Later (Esc)',
    settledYes: (params) => `Noted: the paper of ${params.code} was printed.`,
    settledNo: (params) =>
      `Noted: the paper of ${params.code} was not printed. Open the dossier and press F9 to print it.`,
    waiting: (params) =>
      params.count === 1
        ? '1 paper that may not have come out'
        : `${params.count} papers that may not have come out`,
    answer: 'Answer',
  },
  next: {
    title: 'Due next',
    none: 'No dossier is waiting for its return date.',
    all: 'See all',
  },
  recent: {
    title: 'Received today',
    none: 'No dossier received today.',
  },
  empty: {
    title: 'No dossier yet today',
    text: 'Press F2 to receive the first one: scan the citizen card or type the submitter’s name.',
    start: 'Receive a dossier (F2)',
    search:
      'Somebody asks about an older dossier? Press / and scan the receipt or type a name without marks.',
  },
  failed: 'Today’s work could not be read',
};
