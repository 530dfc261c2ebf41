import { app, BrowserWindow, protocol, session } from 'electron';
import { join } from 'node:path';
import { createPrinting } from '../../main/print/index.ts';
import type { PrintJob } from '../../main/print/index.ts';
import { messagesIn } from '../../shared/messages/index.ts';

/**
 * The printing of the application alone, in a real Electron: jobs come in over the process channel, answers go back. Used by
 * papers.spec.ts and by scripts that look at or measure papers.
 */
export type Ask =
  | { do: 'pdf'; job: PrintJob }
  | { do: 'print'; job: PrintJob; printer: string }
  | { do: 'preview'; job: PrintJob }
  | { do: 'printers' }
  | { do: 'fetch'; url: string }
  | { do: 'limit'; html: string; warm: string }
  | { do: 'measure'; rounds: number; job: PrintJob; others: PrintJob[] };

const folder = process.env['PAPERS_HOME'] ?? app.getPath('temp');
app.setPath('userData', join(folder, 'profile'));
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
]);
app.on('window-all-closed', () => undefined);
process.on('disconnect', () => app.exit(0));

const formsDir = process.env['PAPERS_FORMS'] ?? '';
let limitWindow: BrowserWindow | undefined;

/** The limit: a kept window, JavaScript on, its body replaced, printToPDF (shared with the bench of the peers). */
const limitPdf = async (html: string, warm: string): Promise<Buffer> => {
  if (!limitWindow) {
    limitWindow = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await limitWindow.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(warm)}`);
  }
  await limitWindow.webContents.executeJavaScript(`document.body.innerHTML = ${JSON.stringify(html)}; 0`);
  return limitWindow.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
};

void app.whenReady().then(() => {
  const printing = createPrinting({ formsDir, words: () => messagesIn('vi') });

  const preview = async (job: PrintJob) => {
    const { url, pages } = await printing.previewUrl(job);
    const counter = session.fromPartition('counter');
    if (!counter.protocol.isProtocolHandled('app'))
      counter.protocol.handle('app', (request) => {
        const served = printing.respond(request.url);
        if (served) return served;
        const csp = "default-src 'none'; frame-src app://print; style-src 'unsafe-inline'";
        const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${csp}"><body style="margin:0;background:#ccc"><iframe id="f" sandbox="" style="border:0;width:1200px;height:1180px" src="${decodeURIComponent(new URL(request.url).search.slice(1))}"></iframe>`;
        return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
      });
    const window = new BrowserWindow({
      width: 1200,
      height: 1180,
      webPreferences: { sandbox: true, session: counter },
    });
    await window.loadURL(`app://counter/?${encodeURIComponent(url)}`);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const image = await window.webContents.capturePage();
    window.destroy();
    return { url, pages, png: image.toPNG().toString('base64') };
  };

  /** Turns of each maker in a rotated order; milliseconds of each turn. */
  const measure = async ({ rounds, job, others }: Extract<Ask, { do: 'measure' }>) => {
    const { url } = await printing.previewUrl(job);
    const page = (await printing.respond(url)?.text()) ?? '';
    const body = page.slice(page.indexOf('<main'), page.indexOf('</body>'));
    const makers = [
      ['limit', () => limitPdf(body, page)],
      ['app', (round: number) => printing.pdf(others[round % others.length] ?? job)],
    ] as const;
    const times: Record<string, number[]> = { limit: [], app: [] };
    for (let round = -5; round < rounds; round += 1)
      for (const [name, make] of round % 2 === 0 ? makers : makers.toReversed()) {
        const start = performance.now();
        await make(Math.abs(round));
        if (round >= 0) times[name]?.push(performance.now() - start);
      }
    return times;
  };

  const answer = async (ask: Ask): Promise<unknown> => {
    switch (ask.do) {
      case 'pdf':
        return (await printing.pdf(ask.job)).toString('base64');
      case 'print':
        return printing.print(ask.job, ask.printer);
      case 'preview':
        return preview(ask.job);
      case 'printers':
        return printing.printers();
      case 'fetch': {
        const response = printing.respond(ask.url);
        return response
          ? {
              status: response.status,
              headers: Object.fromEntries(response.headers),
              body: await response.text(),
            }
          : null;
      }
      case 'limit':
        return (await limitPdf(ask.html, ask.warm)).toString('base64');
      case 'measure':
        return measure(ask);
    }
  };

  process.on('message', (message: { id: number; ask: Ask }) => {
    answer(message.ask).then(
      (value) => process.send?.({ id: message.id, value }),
      (fault: unknown) =>
        process.send?.({
          id: message.id,
          fault: fault instanceof Error ? (fault.stack ?? fault.message) : 'unknown',
        }),
    );
  });
  process.send?.({ id: 0, value: 'ready' });
});
