import type { certification as source } from '../vi/certification.ts';
import type { Translation } from '../translation.ts';
import { certificationScreen } from './certification/screen.ts';

export const certification: Translation<typeof source> = {
  paper: {
    titles: {
      attestation: 'Attestation',
      attestationTest: 'Attestation test print',
      certificationFee: 'Certification fee slip',
      certificationBook: 'Register of copies certified from originals',
      custody: 'Register hand-over slip',
    },
    dateline: ({ day, month, year }) => `${day}/${month}/${year}`,
    testDate: 'Date …',
    testTitle: 'Title of the signer',
    testName: 'Name of the signer',
    rulers: ({ left, top }) =>
      `Test page, certifies nothing. Measure on paper: the frame must stand ${left} mm from the left edge and ${top} mm from the top. Correct the place by what it is off. Marks are 10 mm apart; their figures are distances to the paper’s edge.`,
    counts: ({ pages, copies }) => `${pages} pages × ${copies} copies`,
    numbers: ({ numbers, volume }) => `${numbers}, volume ${volume}`,
    month: ({ month, year }) => `${month}/${year}`,
    lost: 'content on paper alone: the data was restored from an older backup',
    exempt: ({ reason }) => `exempt: ${reason}`,
    amended: ({ reason, day, clerk }) => `corrected ${day} (${clerk}): ${reason}`,
    struck: ({ reason, day, clerk }) => `struck out ${day} (${clerk}): ${reason}`,
    closing: ({ year, first, last, struck, entries, copies, fees }) =>
      `Register of ${year} closed: numbers ${first} to ${last}, ${struck} struck out; in all ${entries} certifications, ${copies} copies, fees ${fees}.`,
  },
  screen: certificationScreen,
};
