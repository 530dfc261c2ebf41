import type { PrinterRow } from '../../shared/contract.ts';

/** The printer to offer first: this machine's own if it is still there, else the system's, else the first that is ready; '' when there is none. */
export const offerPrinter = (printers: readonly PrinterRow[], own: string): string =>
  (
    printers.find(({ name }) => name === own) ??
    printers.find(({ isDefault }) => isDefault) ??
    printers.find(({ ready }) => ready)
  )?.name ?? '';
