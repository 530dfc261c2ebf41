import { BrowserWindow, Menu, session } from 'electron';
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { ProtocolRequest, ProtocolResponse, Session, WebContents } from 'electron';
import type { WindowClass } from '../shared/contract.ts';
import { confineSession } from './confine-session.ts';

/** The one place for window security: sandbox, own protocol, content policy, navigation, permissions (design §8). */

export const scheme = 'app';
export const counterOrigin = `${scheme}://counter`;
/** Not persisted: IndexedDB lives in memory, so no citizen's data is on disk outside the vault. */
const counterPartition = 'counter';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Styles are set from script by the component library, hence 'unsafe-inline' for styles alone; scripts only from our own files. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  `frame-src ${scheme}://print`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const refusal: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

const answerOf = async (response: Response): Promise<ProtocolResponse> => ({
  statusCode: response.status,
  headers: Object.fromEntries(response.headers),
  data: Buffer.from(await response.arrayBuffer()),
});

/**
 * A file of the renderer's folder, and nothing beside it. No opener policy: no window is opened by another here, and under one Chromium throws
 * the window's first process away for a second.
 */
const findFile = (folder: string, { url, method }: ProtocolRequest): ProtocolResponse => {
  const { pathname } = new URL(url);
  try {
    const path = pathname === '/' ? '/index.html' : decodeURIComponent(pathname);
    const file = normalize(join(folder, path));
    // The archive reads a path only up to a NUL: what its name ends with would not be what is served.
    const type = path.includes('\0') ? undefined : types[extname(file)];
    if (method !== 'GET' || !file.startsWith(folder + sep) || type === undefined) return refusal;
    return {
      data: readFileSync(file),
      headers: {
        'content-type': type,
        'content-security-policy': contentPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    };
  } catch {
    return refusal;
  }
};

const classes = new WeakMap<WebContents, WindowClass>();

/** The class a window was made with; undefined for anything main did not make itself. */
export const findWindowClass = (contents: WebContents): WindowClass | undefined => classes.get(contents);

/** Whether one counter window is left: print windows come and go by themselves. */
export const isLastCounter = (): boolean =>
  BrowserWindow.getAllWindows().filter(({ webContents }) => findWindowClass(webContents) === 'counter')
    .length <= 1;

/** A window goes nowhere, opens nothing and embeds nothing but main's own print pages. */
export const confine = (contents: WebContents): void => {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.url.startsWith(`${scheme}://print/`)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
};

const zoomSteps: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': -0.5, _: -0.5 };
/** Chromium's levels: 1.2 to the power; about 200 % and 300 %. */
const zoomLevels = { least: -1, most: 6 };

/** Ctrl with +, − and 0 as everywhere (WCAG 1.4.4). The menu that would bring them also brings reload, and takes Alt and F10. */
const zoomByKeys = (contents: WebContents): void => {
  contents.on('before-input-event', (event, { type, control, alt, key }) => {
    if (type !== 'keyDown' || !control || alt) return;
    const step = zoomSteps[key];
    if (step === undefined && key !== '0') return;
    event.preventDefault();
    const level = step === undefined ? 0 : contents.getZoomLevel() + step;
    contents.setZoomLevel(Math.min(Math.max(level, zoomLevels.least), zoomLevels.most));
  });
};

export interface CounterSession {
  session: Session;
  preload: string;
}

/** Prepares the counter's session once: own protocol, no permissions, no spell-checker downloads. */
export const prepareCounter = (
  rendererFolder: string,
  preload: string,
  servePrint: (url: string) => Promise<Response | null>,
): CounterSession => {
  const counter = session.fromPartition(counterPartition);
  confineSession(counter);
  confineSession(session.defaultSession);
  Menu.setApplicationMenu(null);
  const folder = normalize(rendererFolder);
  // Deprecated, and used on purpose (docs/decisions/0006-own-protocol.md).
  // oxlint-disable-next-line typescript/no-deprecated
  counter.protocol.registerBufferProtocol(scheme, (request, answer) => {
    if (request.url.startsWith(`${counterOrigin}/`)) {
      answer(findFile(folder, request));
      return;
    }
    void servePrint(request.url)
      .then((response) => (response ? answerOf(response) : refusal))
      .catch(() => refusal)
      .then(answer);
  });
  return { session: counter, preload };
};

/** Opens a counter window; several share one session, and so one working set. */
export const openCounter = (counter: CounterSession, title: string, devTools: boolean): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 560,
    title,
    show: true,
    backgroundColor: '#F5F6F4',
    webPreferences: {
      session: counter.session,
      preload: counter.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools,
      navigateOnDragDrop: false,
    },
  });
  classes.set(window.webContents, 'counter');
  confine(window.webContents);
  zoomByKeys(window.webContents);
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${counterOrigin}/`);
  return window;
};
