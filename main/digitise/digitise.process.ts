// A worker thread: makes PDFs of pictures and of sheets, off the counter's thread, and puts them into the vault. Started by digitise-worker.ts.
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { mostTakenIn } from '../../shared/dossier/file-limits.ts';
import { sheetInputs } from '../../shared/contract/digitise.ts';
import { putAttachment, readWhole } from '../vault/attachments.ts';
import { answeringLater } from '../vault/worker.ts';
import { composePdf } from './compose-pdf.ts';
import type { Digitised } from './digitise-worker.ts';
import { imageToPdf } from './image-to-pdf.ts';

const key = { folder: z.string(), databaseKey: z.instanceof(Uint8Array), at: z.number() };
const task = z
  .discriminatedUnion('do', [
    z.object({
      ...key,
      do: z.literal('image'),
      kind: z.enum(['image/jpeg', 'image/png', 'image/tiff']),
      source: z.union([z.string(), z.instanceof(Uint8Array<ArrayBuffer>)]),
    }),
    z.object({
      ...key,
      do: z.literal('compose'),
      sheets: sheetInputs,
    }),
  ])
  .parse(workerData);

const keep = async (pdf: Uint8Array) => {
  const { hash, size } = await putAttachment(
    task.folder,
    task.databaseKey,
    Readable.from([pdf]),
    mostTakenIn,
  );
  return { hash, size };
};

const digitise = async (): Promise<Digitised> => {
  const at = new Date(task.at);
  try {
    if (task.do === 'image') {
      const bytes = typeof task.source === 'string' ? await readFile(task.source) : task.source;
      return { whole: [], made: await keep(await imageToPdf(task.kind, bytes, at)) };
    }
    const { whole, made } = await composePdf(
      task.sheets,
      (hash) => readWhole(task.folder, task.databaseKey, hash),
      at,
    );
    return { whole, made: made && (await keep(made)) };
  } finally {
    task.databaseKey.fill(0);
  }
};

void answeringLater(digitise).then((answer) => parentPort?.postMessage(answer));
