import type { PaperPage, PrintAnswer } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { PrintJob } from '../print/index.ts';
import type { Desk } from './desk.ts';

export const previewPaper = async (desk: Desk, job: PrintJob): Promise<Result<PaperPage>> =>
  succeed(await (await desk.printing()).previewUrl(job));

/** Prints on the named printer. What became of it, well or badly, goes to `note` before anybody is told: there it is journalled. */
export const printPaper = async (
  desk: Desk,
  job: PrintJob,
  printer: string,
  note?: (done: PrintAnswer & { copies: number }) => void,
): Promise<Result<PrintAnswer>> => {
  const { fault, ...done } = await (await desk.printing()).print(job, printer);
  note?.({ ...done, copies: job.values.length });
  return fault ? fail(fault, { printer: done.printer, detail: done.detail }) : succeed(done);
};
