import { join } from 'node:path';
import type { Session } from 'electron';
import type { PaperPage, PrinterRow } from '../../shared/contract.ts';
import type { PaperOutcome } from '../../shared/dossier/events.ts';
import type { FaultCode } from '../../shared/faults.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { oneAtATime, Overdue } from './deadline.ts';
import { drawJob } from './draw.ts';
import type { Drawn, PrintJob } from './draw.ts';
import { fontFiles } from './fonts.ts';
import { loadForms } from './forms.ts';
import { faultOfTrouble, outcomeOfReply, printerRows } from './outcomes.ts';
import type { PrintReply, PrintTrouble } from './outcomes.ts';
import { isTurned, printOrigin, printPolicy, sheetSize, shellHtml } from './page.ts';
import type { SheetLayout } from './page.ts';
import { openPreviews } from './previews.ts';
import { openPrintWindow } from './print-window.ts';
import type { PrintWindow } from './print-window.ts';

export type { PrintJob } from './draw.ts';

export interface PrintResult {
  outcome: PaperOutcome;
  printer: string;
  /** Why not, in the counter's language; '' when it was sent. */
  detail: string;
  fault: FaultCode | null;
}

export interface PrintingOptions {
  /** `assets/forms`; the fonts lie beside it in `fonts/tinos`. */
  formsDir: string;
  words: () => Messages;
  partition?: string;
}

export interface Printing {
  /** Opens the window ahead of the first paper; a failure shows at the paper itself. */
  warm(): Promise<void>;
  /** A page for an `<iframe sandbox>`: the very sheets that would be printed. `pages` counts sheets of the whole job. */
  previewUrl(job: PrintJob): Promise<PaperPage>;
  pdf(job: PrintJob): Promise<Buffer>;
  /** Never throws for what a printer does: the result says what happened. */
  print(job: PrintJob, printer: string): Promise<PrintResult>;
  printers(): Promise<PrinterRow[]>;
  /** Answers `app://print/…`; undefined for any other address. For the handler of a session that serves pages of its own. */
  respond(url: string): Response | undefined;
  /** Serves `app://print/…` to a session that has no handler of `app:` yet. */
  handleProtocol(session: Session): void;
  close(): void;
}

/** A window nobody needs gives its process back. */
const IDLE_MS = 10 * 60_000;

const servePage = (body: string): Response =>
  new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${printPolicy}; frame-ancestors app:`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

const notFound = (): Response => new Response('', { status: 404 });

export const createPrinting = (options: PrintingOptions): Printing => {
  const forms = loadForms(options.formsDir);
  const fontOf = fontFiles(join(options.formsDir, '..', 'fonts', 'tinos'));
  const previews = openPreviews();
  const inTurn = oneAtATime();
  let open: PrintWindow | undefined;
  let idle: NodeJS.Timeout | undefined;

  const respond = (url: string): Response | undefined => {
    if (!url.startsWith(`${printOrigin}/`)) return undefined;
    const path = url.slice(printOrigin.length + 1);
    if (path === 'shell') return servePage(shellHtml('<main></main>', 'print'));
    const font = path.startsWith('fonts/') ? fontOf(path.slice('fonts/'.length)) : undefined;
    if (font)
      return new Response(new Uint8Array(font), {
        headers: {
          'content-type': 'font/woff2',
          // A sandboxed preview has an opaque origin, and fonts are always fetched with CORS.
          'access-control-allow-origin': '*',
          'cache-control': 'max-age=31536000, immutable',
        },
      });
    const page = previews.find(path);
    return page === undefined ? notFound() : servePage(page);
  };

  const window = async (): Promise<PrintWindow> => {
    clearTimeout(idle);
    idle = setTimeout(() => open?.close(), IDLE_MS);
    if (open && !open.isGone()) return open;
    open = await openPrintWindow({
      partition: options.partition ?? 'print',
      respond: (url) => respond(url) ?? notFound(),
    });
    return open;
  };

  const draw = async (job: PrintJob): Promise<Drawn> => drawJob(await window(), forms, job);

  /** How the sheets lie: as chosen, and turned where the form is wider than high. */
  const layoutOf = ({ form, layout }: PrintJob): SheetLayout => ({
    ...layout,
    landscape: forms.get(form).about.landscape,
  });

  const result = (reply: PrintReply, printer: string): PrintResult => ({
    outcome: outcomeOfReply(reply),
    printer,
    detail: reply.sent ? '' : options.words().print.troubles[reply.trouble],
    fault: reply.sent ? null : faultOfTrouble(reply.trouble),
  });
  const stopped = (trouble: PrintTrouble): PrintReply => ({ sent: false, trouble });

  const listPrinters = async (): Promise<PrinterRow[]> =>
    printerRows(await (await window()).printers(), process.platform === 'win32');

  /** A printer that is not there, or stands still, is told before anything is sent: a held job would come out days later. */
  const troubleWith = async (printer: string): Promise<PrintTrouble | undefined> => {
    const rows = await listPrinters();
    if (printer === '' || rows.length === 0) return 'noPrinter';
    const row = rows.find(({ name }) => name === printer);
    if (!row) return 'printerGone';
    return row.ready ? undefined : 'printerStopped';
  };

  const send = async (job: PrintJob, printer: string): Promise<PrintReply> => {
    const trouble = await troubleWith(printer);
    if (trouble) return stopped(trouble);
    await draw(job);
    const page = await window();
    try {
      return await page.print({
        silent: true,
        deviceName: printer,
        pageSize: job.layout.paper,
        landscape: isTurned(layoutOf(job)),
        margins: { marginType: 'none' },
        // Copies are pages of their own, each with its word; and never on two sides of one sheet.
        copies: 1,
        duplexMode: 'simplex',
        color: false,
        printBackground: true,
      });
    } catch (error) {
      page.close();
      return stopped(error instanceof Overdue ? 'noAnswer' : 'failed');
    }
  };

  /** After a fault the window is of unknown state: the next paper gets a fresh one. */
  const startAnew = (fault: unknown): never => {
    open?.close();
    throw fault;
  };

  return {
    warm: () =>
      inTurn(async () => {
        await window();
      }),
    previewUrl: (job) =>
      inTurn(async () => {
        const { html: body, sheets } = await draw(job);
        return {
          url: `${printOrigin}/${previews.keep(shellHtml(body, 'preview'))}`,
          pages: sheets,
          sheet: sheetSize(layoutOf(job)),
        };
      }).catch(startAnew),
    pdf: (job) =>
      inTurn(async () => {
        await draw(job);
        return (await window()).pdf();
      }).catch(startAnew),
    print: (job, printer) =>
      inTurn(async () => {
        try {
          return result(await send(job, printer), printer);
        } catch {
          open?.close();
          return result(stopped('notDrawn'), printer);
        }
      }),
    printers: () => inTurn(listPrinters),
    respond,
    handleProtocol: (session) =>
      session.protocol.handle('app', (request) => respond(request.url) ?? notFound()),
    close: () => {
      clearTimeout(idle);
      previews.clear();
      open?.close();
      open = undefined;
    },
  };
};
