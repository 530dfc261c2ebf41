import { BrowserWindow, session } from 'electron';
import type { Session, WebContents, WebContentsPrintOptions } from 'electron';
import * as z from 'zod';
import { confineSession } from '../confine-session.ts';
import { within } from './deadline.ts';
import type { Easel } from './draw.ts';
import { troubleOfReason } from './outcomes.ts';
import type { PrintReply } from './outcomes.ts';
import { printOrigin } from './page.ts';

/**
 * The hidden window papers are drawn in: one, kept, sandboxed, JavaScript off, a session of its own without network. The page is
 * swapped through the DevTools protocol's DOM domain: as quick as writing innerHTML (docs/decisions/0003-papers.md) and the fonts
 * stay loaded, while no script can run.
 */
export interface PrintWindow extends Easel {
  pdf(): Promise<Buffer>;
  print(options: WebContentsPrintOptions): Promise<PrintReply>;
  /** Printer records of the system, unread. */
  printers(): Promise<unknown[]>;
  isGone(): boolean;
  close(): void;
}

const DRAW_MS = 20_000;
const PRINT_MS = 60_000;

const documentAnswer = z.object({ root: z.object({ nodeId: z.number() }) });
const nodeAnswer = z.object({ nodeId: z.number().int().positive() });
const metricsAnswer = z.object({ cssContentSize: z.object({ height: z.number() }) });
const snapshotAnswer = z.object({
  strings: z.array(z.string()),
  documents: z
    .array(
      z.object({
        nodes: z.object({ attributes: z.array(z.array(z.number())) }),
        layout: z.object({ nodeIndex: z.array(z.number()), bounds: z.array(z.array(z.number())) }),
      }),
    )
    .min(1),
});

/** Heights by id out of a DOMSnapshot: one call for a whole paper. */
const readSnapshot = (answer: unknown): Map<string, number> => {
  const { strings, documents } = snapshotAnswer.parse(answer);
  const heights = new Map<string, number>();
  const [page] = documents;
  page?.layout.nodeIndex.forEach((node, place) => {
    const attributes = page.nodes.attributes[node] ?? [];
    for (let at = 0; at < attributes.length; at += 2) {
      const value = strings[attributes[at + 1] ?? -1];
      if (strings[attributes[at] ?? -1] === 'id' && value !== undefined)
        heights.set(value, page.layout.bounds[place]?.[3] ?? 0);
    }
  });
  return heights;
};

/** Every way in or out but our own pages is shut. */
const shutIn = (own: Session, contents: WebContents): void => {
  confineSession(own);
  own.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !request.url.startsWith(`${printOrigin}/`) }),
  );
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
};

export interface PrintWindowOptions {
  /** In memory: no `persist:` prefix, so no page reaches the disk. */
  partition: string;
  respond: (url: string) => Response;
}

/** Opens the window and waits until its page and every font face are there. */
export const openPrintWindow = async ({ partition, respond }: PrintWindowOptions): Promise<PrintWindow> => {
  const own = session.fromPartition(partition, { cache: false });
  if (!own.protocol.isProtocolHandled('app')) own.protocol.handle('app', (request) => respond(request.url));
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    width: 1200,
    height: 200,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  const contents = window.webContents;
  shutIn(own, contents);
  let gone = false;
  contents.on('render-process-gone', () => {
    gone = true;
  });
  const close = () => {
    gone = true;
    if (!window.isDestroyed()) window.destroy();
  };
  const ask = async (method: string, params?: object): Promise<unknown> => {
    const answer: unknown = await contents.debugger.sendCommand(method, params);
    return answer;
  };
  const load = async (): Promise<number> => {
    await contents.loadURL(`${printOrigin}/shell`);
    contents.debugger.attach('1.3');
    return documentAnswer.parse(await ask('DOM.getDocument', { depth: 0 })).root.nodeId;
  };
  // The document stays the same for the life of the window, and so does its number.
  const page = await within(DRAW_MS, 'The print page', load()).catch((fault: unknown) => {
    close();
    throw fault;
  });
  const change = async (command: string, params: (job: number) => object): Promise<number> => {
    const found = await ask('DOM.querySelector', { nodeId: page, selector: 'main' });
    const { nodeId } = nodeAnswer.parse(found);
    // Commands are answered in order, so the height asked for at once is that of the changed page.
    const [, metrics] = await Promise.all([ask(command, params(nodeId)), ask('Page.getLayoutMetrics')]);
    return metricsAnswer.parse(metrics).cssContentSize.height;
  };
  const show = (html: string) => change('DOM.setOuterHTML', (nodeId) => ({ nodeId, outerHTML: html }));
  const restyle = (classes: string) =>
    change('DOM.setAttributeValue', (nodeId) => ({ nodeId, name: 'class', value: classes }));

  return {
    show: (html) => within(DRAW_MS, 'Drawing a paper', show(html)),
    restyle: (classes) => within(DRAW_MS, 'Drawing a paper', restyle(classes)),
    heights: async () => {
      const answer = await within(
        DRAW_MS,
        'Measuring a paper',
        ask('DOMSnapshot.captureSnapshot', { computedStyles: [] }),
      );
      const heights = readSnapshot(answer);
      return (id) => heights.get(id) ?? 0;
    },
    pdf: () =>
      within(
        DRAW_MS,
        'Making a PDF',
        contents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
        }),
      ),
    print: (options) =>
      within(
        PRINT_MS,
        'The print system',
        new Promise<PrintReply>((resolve) => {
          contents.print(options, (sent, reason) =>
            resolve(sent ? { sent } : { sent, trouble: troubleOfReason(reason) }),
          );
        }),
      ),
    printers: () => within(DRAW_MS, 'The list of printers', contents.getPrintersAsync()),
    isGone: () => gone || window.isDestroyed(),
    close,
  };
};
