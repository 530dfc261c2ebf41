import type { promises as source } from '../../vi/day/promises.ts';
import type { Translation } from '../../translation.ts';

export const promises: Translation<typeof source> = {
  title: (params) =>
    `New holidays: ${params.count === 1 ? '1 promised date' : `${params.count} promised dates`} to speak about`,
  hint: 'A printed date never moves by itself. Call and say when to come, or open the dossier to apologise in writing with a new date; the line then goes by itself.',
  printed: (params) => `on the paper: ${params.when}`,
  newDate: (params) => `come on: ${params.when}`,
  fromThen: (params) => `may come from: ${params.when}`,
  toBeGiven: 'new date: to be given in the dossier',
  closed: 'the printed day is now a day off',
  later: 'by the new calendar the term ends later',
  earlier: 'by the new calendar the term ends earlier',
  owner: (params) => `owner ${params.name}`,
  called: 'Called and told',
  calledNote: (params) => `Told of the date because of new holidays: ${params.wouldBe}`,
  open: 'Open, new date',
  noPhone: 'no number',
  noted: (params) => `Noted: ${params.name} was told about the date.`,
  all: (params) => `Show all ${params.count}`,
  fewer: 'Show fewer',
};
