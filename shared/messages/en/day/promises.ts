import type { promises as source } from '../../vi/day/promises.ts';
import type { Translation } from '../../translation.ts';

export const promises: Translation<typeof source> = {
  title: (params) =>
    `New holidays: ${params.count === 1 ? '1 promised date' : `${params.count} promised dates`} to speak about`,
  hint: 'A printed date never moves by itself. Call the citizen, or open the dossier to apologise with a new date; the line then goes by itself.',
  line: (params) => `promised ${params.promised} · by the new calendar ${params.wouldBe} · ${params.kind}`,
  closed: 'that day is now a day off',
  later: 'the term ends later',
  earlier: 'the term ends earlier',
  called: 'Called and told',
  calledNote: (params) => `Told of the date because of new holidays: ${params.wouldBe}`,
  open: 'Open, new date',
  noPhone: 'no telephone number',
  noted: (params) => `Noted: ${params.name} was told about the date.`,
};
