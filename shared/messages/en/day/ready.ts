import type { ready as source } from '../../vi/day/ready.ts';
import type { Translation } from '../../translation.ts';

export const ready: Translation<typeof source> = {
  title: 'Calls about results',
  total: (params) =>
    `${params.people === 1 ? '1 person' : `${params.people} people`} to call · ${params.count === 1 ? '1 dossier' : `${params.count} dossiers`}`,
  keys: '↑ ↓ choose · G: reached · K: no answer · S: wrong number · I: print · Enter: open the dossier · Esc: back to Today',
  none: 'Nobody is left to call. New results show up here.',
  failed: 'The list of calls could not be opened',
  list: 'People to call',
  noPhone: 'no telephone number',
  since: (params) => `result here since ${params.when}`,
  calls: (params) =>
    params.count === 0
      ? 'not called yet'
      : `called ${params.count === 1 ? 'once' : `${params.count} times`}, last ${params.last}`,
  outcomes: {
    reached: 'Reached and told',
    silent: 'No answer',
    wrong: 'Wrong number',
  },
  wrongNote: 'Wrong number',
  silentNote: 'No answer',
  saying: 'Say to the citizen',
  sentence: (params) =>
    `The result of dossier ${params.codes} is here. Please come to the counter for it in office hours, with your receipt and identity card.`,
  noted: (params) => `Noted: ${params.name}, ${params.outcome}.`,
  noNumber:
    'This dossier has no telephone number. Open it to correct the number, or tell the citizen another way.',
};
