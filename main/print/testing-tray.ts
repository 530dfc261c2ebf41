import type { PaperOutcome } from '../../shared/dossier/events.ts';
import type { PrintJob, Printing } from './index.ts';

/** A print system that keeps what it is sent and answers as it is told: papers themselves are drawn and judged end to end. */
export interface Tray {
  printing: Printing;
  /** Jobs sent to a printer, or saved, oldest first. */
  jobs: PrintJob[];
  /** How the next papers end. */
  outcome: PaperOutcome;
}

export const openTray = (): Tray => {
  const tray: Tray = {
    jobs: [],
    outcome: 'printed',
    printing: {
      warm: () => Promise.resolve(),
      previewUrl: ({ values }) =>
        Promise.resolve({ url: 'app://print/1', pages: values.length, sheet: { width: 210, height: 297 } }),
      pdf: (job) => {
        tray.jobs.push(job);
        return Promise.resolve(Buffer.from('%PDF-1.7'));
      },
      print: (job, printer) => {
        tray.jobs.push(job);
        const { outcome } = tray;
        return Promise.resolve({
          outcome,
          printer,
          detail: '',
          fault: outcome === 'printed' ? null : 'printFailed',
        });
      },
      printers: () => Promise.resolve([]),
      respond: () => undefined,
      handleProtocol: () => undefined,
      close: () => undefined,
    },
  };
  return tray;
};
