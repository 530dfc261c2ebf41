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
    untold: 'To be told',
    papers: 'Waiting for papers',
    toSign: 'To be signed',
    openToSign: (params: { count: number }) =>
      `${params.count} papers wait to be signed, open the list (Shift+F3)`,
    claimed: 'Transfers to match',
    conflict: 'In conflict',
    onTime: 'On time this month',
    openOnTime: 'On time this month, by decision 766: open the figures by procedure',
    open: (params) => `${params.name}: ${dossiers(params.count)}, open the list`,
  },
  drafts: {
    title: 'Unfinished intakes',
    hint: 'What was typed is kept, even through a power cut.',
    resume: 'Go on',
    noName: 'no name yet',
    noProcedure: 'no procedure chosen',
    changed: (params) => `${params.when} · ${params.clerk}`,
  },
  online: {
    title: ({ count }) => `Filed online, to be taken in (${count})`,
    hint: 'F8 comes here, Enter opens one: all the citizen declared and sent lies ready on the intake page.',
    none: 'Nothing filed online is waiting.',
    unknownProcedure: ({ code }) => `procedure ${code}, not in the catalogue here`,
    sent: ({ when, files }) =>
      files === 0 ? `Sent ${when}` : `Sent ${when} · ${files === 1 ? '1 file' : `${files} files`}`,
    takeIn: 'Take in',
    goOn: 'Go on',
  },
  unsure: {
    title: 'Did this paper come out?',
    why: 'The dossier is safe, but it is not known whether the paper came out of the printer, perhaps because of a power cut. Look at the tray, then answer.',
    paper: (params) => `${params.form} · ${params.code}`,
    left: (params) =>
      params.count === 1 ? '1 more paper to answer for.' : `${params.count} more papers to answer for.`,
    yes: 'Printed, it is here',
    no: 'No paper is needed',
    again: 'Print again now',
    later: 'Later (Esc)',
    settledYes: (params) => `Noted: the paper of ${params.code} was printed.`,
    settledNo: (params) =>
      `Noted: no paper for ${params.code}. When one is needed, open the dossier and press F9.`,
    waiting: (params) =>
      params.count === 1
        ? '1 paper that may not have come out'
        : `${params.count} papers that may not have come out`,
    answer: 'Answer',
  },
  unsound: {
    text: 'The data is damaged in places. Nothing is deleted. See how to restore it before taking more dossiers.',
    act: 'See now',
  },
  notTakenIn: {
    text: ({ count }) =>
      `${count} acts have not been taken into the common register. Nothing is lost. See why and what to do.`,
    act: 'Look now',
  },
  unkeptCode: {
    text: 'Nobody has confirmed holding this counter’s recovery code.',
    act: 'Issue and print one',
  },
  late: {
    title: 'Overdue',
    hint: 'These count as late by QĐ 766. Call to apologise with a new date, or press the unit that has them.',
  },
  ready: {
    title: 'Result here, citizen not told',
    call: 'Call one after another',
  },
  longWaits: {
    title: 'Waiting for papers for more than 10 days',
    hint: 'Their clock stands still. Remind the citizen; asking a second time makes the dossier count as late.',
  },
  claimed: {
    title: 'Transfers to be matched',
    match: 'Match them',
  },
  next: {
    title: 'Due next',
    hint: 'Done before the hour at the head of the line, each is still on time by QĐ 766.',
    none: 'No dossier is due soon.',
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
