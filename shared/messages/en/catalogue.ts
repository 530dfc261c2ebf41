import type { catalogue as source } from '../vi/catalogue.ts';
import type { MessageParams } from '../../text/problem.ts';
import type { Translation } from '../translation.ts';

const named = (params: MessageParams, key: string): string => {
  const value = params[key];
  return value === undefined || value === '' ? '' : ` ${value}`;
};

const dayText = (params: MessageParams, key: string): string =>
  String(params[key] ?? '')
    .split('-')
    .reverse()
    .join('/');

export const catalogue: Translation<typeof source> = {
  problems: {
    unknownField: (params: MessageParams) =>
      `This procedure has no field${named(params, 'name')}. Remove it.`,
    wrongType: 'This value is of the wrong kind. Clear it and enter it again.',
    wrongFormat: 'This field has not the right form. See the hint below it.',
    notADate: 'This date does not exist. Type day/month/year, for example 26/11/2026.',
    dateInFuture: 'This date is in the future. Check day, month and year.',
    dateInPast: 'This date has passed. Check day, month and year.',
    notAChoice: 'Choose one of the list.',
    notWhole: 'Enter a whole number.',
    tooSmall: (params: MessageParams) => `Enter${named(params, 'limit')} or more.`,
    tooLarge: (params: MessageParams) => `Enter at most${named(params, 'limit')}.`,
    tooFew: (params: MessageParams) => `At least${named(params, 'limit')} rows are needed.`,
    tooMany: (params: MessageParams) => `At most${named(params, 'limit')} rows.`,

    unknownProcedure: (params: MessageParams) =>
      `There is no procedure${named(params, 'code')} in this PC's catalogue. Search by name, or load a newer catalogue in Settings.`,
    repealedProcedure: (params: MessageParams) =>
      `The procedure${named(params, 'name')} ended after ${dayText(params, 'until')} and takes no new dossiers. Choose the one that replaces it.`,

    wrongKind: (params: MessageParams) =>
      `This is a pack of kind “${params['kind'] ?? ''}”, not a catalogue.`,
    unknownKey: 'There is an entry this version does not know.',
    badValue: 'The value here is not right.',
    versionsDiffer: 'The envelope and the body name different versions.',
    duplicateCode: (params: MessageParams) =>
      `Procedure${named(params, 'code')} has two versions in force at the same time.`,
    duplicateId: (params: MessageParams) => `“${params['id'] ?? ''}” appears twice.`,
    badTerm: 'The term is not possible.',
    badDates: 'It ends before it begins.',
    unknownComponent: (params: MessageParams) =>
      `A case asks for paper${named(params, 'index')}, which is not there.`,
    unknownFee: (params: MessageParams) => `It names the fee “${params['id'] ?? ''}”, which is not there.`,
    zeroWithoutLaw: 'A fee is 0 đ without the law that frees it. What the province sets must be left open.',
    ratesMissing: 'A fee counted by pages has no rates.',
    unknownFieldSchema: (params: MessageParams) => `There is no form “${params['id'] ?? ''}”.`,
    unknownAnswer: (params: MessageParams) =>
      `The quantity comes from “${params['name'] ?? ''}”, which the form has not.`,
    aliasInUse: (params: MessageParams) => `The old code${named(params, 'code')} is a code in force.`,
    aliasUnknown: (params: MessageParams) => `The new code${named(params, 'code')} is not in the pack.`,
  },
  howToSign:
    'A catalogue pack must be signed by the province or by the publisher of this software. Ask the province’s office for administrative procedures for the signed file.',
  confidence: {
    high: 'Certain',
    medium: 'To be compared with the province’s decision',
    low: 'Uncertain, must be compared',
  },
  modes: { submit: 'Hand in', present: 'Show', declare: 'Declare' },
  notAtDesk: 'Citizens file it on the national portal or VNeID; the counter only guides.',
  askedAs: (params: { old: string; code: string }) => `Old code ${params.old}, now ${params.code}.`,
};
