import type { MessageParams } from '../../../text/problem.ts';
import type { Translation } from '../../translation.ts';
import type {
  certificationFaults as faults,
  certificationProblems as problems,
} from '../../vi/certification/refusals.ts';

export const certificationFaults: Translation<typeof faults> = {
  registerUnopened:
    'This desk has no certification register yet, so no number was given. What you typed is kept. Open the register, or enter the key of the desk that holds it.',
  registerOpenAlready: 'This desk already has the certification register. Nothing has changed.',
  registerElsewhere: (params: MessageParams) =>
    Number(params['desk'] ?? 0) > 0
      ? `The certification register is at desk ${params['desk']}. Nothing has changed. New piles can still be taken and wait for numbers; take the register over first.`
      : 'The certification register is not at this desk. Nothing has changed. New piles can still be taken and wait for numbers; take the register over first.',
  registerInDoubt:
    'The data was restored, so the last certification number is not certain. What you typed is kept. Confirm the last number on paper, then go on.',
  registerSound: 'The certification register is in order and needs no confirming. Nothing has changed.',
  registerYearAhead: (params: MessageParams) =>
    `The register is already in ${params['year'] ?? ''}, but the counter's day is in an earlier year. Nothing has changed. Confirm the business day.`,
  registerFull:
    'The register has reached the largest number this software writes. Nothing is lost. Tell the administrator.',
  registerKeyUnreadable:
    'The register key is not right: a character is wrong or missing. Nothing has changed. Look at the holding desk again and retype it.',
  signerMissing:
    'No signer is set, so no number was given. What you typed is kept. Enter the name and title of who signs, then enter the pile.',
  custodyUnreadable:
    'The hand-over code is not right: a character is wrong or missing. Nothing has changed. Scan it again, or check each group and retype it.',
  custodyForeign: (params: MessageParams) =>
    Number(params['desk'] ?? 0) > 0
      ? `This code hands the register to desk ${params['desk']}, not to this one. The register has not moved. Enter it at that desk.`
      : 'This code belongs to the register of another office. The register has not moved. Look at the handing desk again.',
  custodyForged:
    'This hand-over code was not made by the desk that holds the register. The register has not moved. Take the code from that desk’s screen or paper.',
  custodyUsed:
    'This hand-over code was used before or is outdated: the register has moved since. It has not moved now. Use the code of the latest hand-over.',
  pileUnknown:
    'This pile was not found; it may have been numbered. Nothing has changed. Look at the list again.',
  entryUnknown: 'This number is not in this desk’s register. Nothing has changed. Check number and year.',
  entryStruckAlready: (params: MessageParams) =>
    `Number ${params['number'] ?? ''} was struck out before. Nothing has changed. Enter a new pile if needed.`,
  yearToClose: (params: MessageParams) =>
    `The register of ${params['year'] ?? ''} is not closed. Nothing has changed. Close the old year first.`,
  yearNotOver: (params: MessageParams) =>
    `The year ${params['year'] ?? ''} is not over, so its register stays open. Nothing has changed. Close it from the first working day of the next year.`,
  tooManyAttestations: (params: MessageParams) =>
    `This pile needs ${params['count'] ?? ''} attestation pages; at most ${params['limit'] ?? ''} print at once. Nothing is lost. Print number by number.`,
};

export const certificationProblems: Translation<typeof problems> = {
  requesterMissing: 'Enter the requester’s name, or scan the card.',
  kindMissing: 'Name the paper.',
  pagesInvalid: (params: MessageParams) => `Pages: a whole number from 1 to ${params['limit'] ?? ''}.`,
  copiesInvalid: (params: MessageParams) => `Copies: a whole number from 1 to ${params['limit'] ?? ''}.`,
  papersMissing: 'Enter at least one paper.',
  papersTooMany: (params: MessageParams) => `At most ${params['limit'] ?? ''} lines a pile. Split it in two.`,
  attestationPlace:
    'The attestation must lie on the A4 page: at least 40 mm wide, at most 260 mm from the top.',
  otherDesk: 'Enter the number of the receiving desk, 1 to 99, other than this one.',
};
