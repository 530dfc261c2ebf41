import * as z from 'zod';
import type { PrinterRow } from '../../shared/contract.ts';
import type { PaperOutcome } from '../../shared/dossier/events.ts';
import type { FaultCode } from '../../shared/faults.ts';

/** Why a paper did not come out; the words are in messages/print. */
export type PrintTrouble =
  | 'noPrinter'
  | 'printerGone'
  | 'printerStopped'
  | 'cancelled'
  | 'failed'
  | 'noAnswer'
  | 'notDrawn';

/** What the print system said, in our words. */
export type PrintReply = { sent: true } | { sent: false; trouble: PrintTrouble };

export const faultOfTrouble = (trouble: PrintTrouble): FaultCode => {
  switch (trouble) {
    case 'noPrinter':
      return 'noPrinter';
    case 'printerGone':
    case 'printerStopped':
      return 'printerGone';
    case 'cancelled':
      return 'printCancelled';
    case 'failed':
    case 'noAnswer':
    case 'notDrawn':
      return 'printFailed';
  }
};

/** 'unsure' only when the print system took the job and never answered: the paper may lie in the tray. */
export const outcomeOfReply = (reply: PrintReply): PaperOutcome =>
  reply.sent ? 'printed' : reply.trouble === 'noAnswer' ? 'unsure' : 'failed';

/** Chromium's reasons are English phrases: only these few are known. */
export const troubleOfReason = (reason: string): PrintTrouble => {
  if (/cancel/i.test(reason)) return 'cancelled';
  if (/no printers/i.test(reason)) return 'noPrinter';
  if (/device ?name|printer settings|invalid printer/i.test(reason)) return 'printerGone';
  return 'failed';
};

/** `status` and `isDefault` were there up to Electron 35; since then only what the system puts in `options`. */
const printerInfo = z.looseObject({
  name: z.string(),
  displayName: z.string().optional(),
  description: z.string().optional(),
  status: z.number().optional(),
  isDefault: z.boolean().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});

/** Windows PRINTER_STATUS bits that mean nothing will come out: error, jam, no paper, paper trouble, offline, not available, no toner, door open. */
const windowsStopped = 0x2 | 0x8 | 0x10 | 0x40 | 0x80 | 0x1000 | 0x40000 | 0x400000;
/** IPP printer-state 5: stopped (RFC 8011, 5.4.12). */
const IPP_STOPPED = '5';

const isReady = (
  options: Readonly<Record<string, unknown>>,
  status: number | undefined,
  windows: boolean,
) => {
  if (options['printer-state'] === IPP_STOPPED || options['printer-is-accepting-jobs'] === 'false')
    return false;
  return !(windows && status !== undefined && (status & windowsStopped) !== 0);
};

/** The printers of the system as the counter lists them, the default first; what cannot be read is left out. */
export const printerRows = (found: readonly unknown[], windows: boolean): PrinterRow[] =>
  found
    .flatMap((each) => {
      const read = printerInfo.safeParse(each);
      if (!read.success || read.data.name === '') return [];
      const { name, displayName, description, status, isDefault, options = {} } = read.data;
      const label = [displayName, description].find((text) => text !== undefined && text !== '') ?? name;
      const marked = isDefault ?? options['printer-is-default'] === 'true';
      return [{ name, label, isDefault: marked, ready: isReady(options, status, windows) }];
    })
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.label.localeCompare(b.label, 'vi'));
