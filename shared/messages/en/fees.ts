import type { fees as source } from '../vi/fees.ts';
import type { MessageParams } from '../../text/problem.ts';
import type { Translation } from '../translation.ts';

export const fees: Translation<typeof source> = {
  problems: {
    feeUnknown: 'The procedure has no such fee. Remove the line, or add it as another charge.',
    feeLabelMissing: 'Name this charge.',
    amountMissing: 'Enter the amount of this charge.',
    amountInvalid: 'An amount is a whole number of đồng above 0.',
    amountTooLarge: 'This amount is larger than can be. Check the zeros.',
    amountDiffers: (params: MessageParams) =>
      `The amount by law is ${params['expected'] ?? ''}. Leave the field empty to take it, or update the catalogue.`,
    amountWithoutDecision:
      'The resolution this amount comes from is not recorded yet. Enter it once; later dossiers take it from there.',
    quantityInvalid: 'A quantity is a whole number from 0 to 10,000.',
    quantityMissing: 'Enter how many, so that the fee can be counted.',
    exemptionUnknown: 'This exemption does not cover the fee. Choose again.',
  },
  states: {
    known: 'To be paid',
    toBeSet: 'Set by the province, not entered yet',
    exempt: 'Exempt',
    free: 'Free of charge',
  },
  types: { PHI: 'Charge', LE_PHI: 'Fee' },
  certified: ({ label, name, pages }: { label: string; name: string; pages: number }) =>
    name === '' ? `${label} (${pages} pages)` : `${label}: ${name} (${pages} pages)`,
  none: 'No fee',
  total: 'Total',
  inWords: 'In words',
  partial: 'Without what the province sets',
};
