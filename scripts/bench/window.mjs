// @ts-check
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emit, median, quantile } from './figures.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').ElectronApplication} Application */

/** The first texts of a day, while V8 still compiles and fonts are still drawn for the first time: told apart from those that follow. */
const firstTexts = [
  'nguyen',
  'tran thi',
  'le van m',
  'hoang',
  '0912',
  '0987',
  '261120',
  'phạm',
  'đỗ thị',
  'vu minh',
];
const laterTexts = [
  'bui thi h',
  'dang quoc',
  'hồ ngọc',
  'ngo van t',
  'dương thị',
  'lý minh',
  '0903',
  '0356',
  '260915',
  'mai thu',
  'huynh gia',
  'phan van d',
  'trinh xuan',
  'đinh công',
  'doan kim',
  '0978',
  '0866',
  '260704',
  'võ thanh',
  'nguyễn bảo',
  'le hong p',
  'tran duc m',
  'hoang phuong',
  'pham khanh',
  'do dinh',
  '0705',
  '0933',
  '260508',
  'nguyen van a',
  'le thi l',
];

/** From main's word that somebody is signed in to the working set's mark, in the window's own clock. */
const untilWorkingSet = `new Promise((settle) => {
  const stop = window.quay.listen((telling) => {
    if (telling.kind !== 'status' || !telling.status.session) return;
    stop();
    const since = performance.now();
    const look = () => {
      const mark = performance.getEntriesByName('quay-working-set').at(-1);
      if (mark && mark.startTime >= since) settle(mark.startTime - since);
      else setTimeout(look, 1);
    };
    look();
  });
})`;

/** @param {Page} page @param {string} password @param {number} rounds */
async function timeWorkingSet(page, password, rounds) {
  /** @type {number[]} */
  const ready = [];
  for (let turn = 0; turn <= rounds; turn += 1) {
    await page.fill('#password', password);
    const entered = page.evaluate(untilWorkingSet);
    await page.keyboard.press('Enter');
    const ms = Number(await entered);
    ready.push(ms);
    await page.waitForSelector('html[data-ready=open]');
    if (turn === rounds) break;
    await page.keyboard.press('Control+l');
    await page.waitForSelector('html[data-ready=signIn]');
  }
  return ready;
}

/** The last search asked, if its rows have been drawn since: from the keystroke to main's answer, from there to the painted frame, and how much of that the rows stood ready. */
const lastSearch = `new Promise((settle) => setTimeout(() => {
  const [asked, answered, drawn] = ['asked', 'answered', 'drawn'].map((name) => performance.getEntriesByName('quay-search-' + name).at(-1));
  settle(asked && answered && drawn && asked.detail.turn === drawn.detail.turn
    ? { answered: answered.startTime - asked.startTime, drawn: drawn.startTime - answered.startTime, waited: drawn.detail.waited }
    : null);
}, 60))`;

/** @typedef {{ answered: number, drawn: number, waited: number }} Search milliseconds */

/** @param {Page} page @param {string[]} texts */
async function timeSearch(page, texts) {
  /** @type {Search[]} */
  const searches = [];
  await page.keyboard.press('/');
  for (const text of texts) {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    for (const key of text) {
      await page.keyboard.insertText(key);
      const search = /** @type {Search | null} */ (await page.evaluate(lastSearch));
      if (search) searches.push(search);
    }
  }
  await page.keyboard.press('Escape');
  return searches;
}

/** The limit of answered to drawn: a field of its own that asks main the same and writes one word. Its times gather in `window.wordTimes`. */
const oneWordField = `(() => {
  const field = document.createElement('input');
  const word = document.createElement('output');
  field.style = 'position: fixed; top: 200px; left: 300px; z-index: 9999';
  word.style = 'position: fixed; top: 240px; left: 300px; width: 100px; height: 20px; z-index: 9999; contain: strict';
  document.body.append(field, word);
  window.wordTimes = [];
  field.addEventListener('input', async () => {
    const answer = await window.quay.ask('dossier.find', { text: field.value });
    const answered = performance.now();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.wordTimes.push(performance.now() - answered);
      port2.postMessage(null);
    });
    word.textContent = field.value + answer.value.rows.length;
  });
  field.focus();
  window.leaveWordField = () => {
    field.remove();
    word.remove();
  };
})()`;

/** @param {Page} page @returns {Promise<number[]>} milliseconds from main's answer to the painted word */
async function timeOneWord(page) {
  await page.evaluate(oneWordField);
  for (const text of laterTexts) {
    await page.keyboard.press('Control+a');
    for (const key of text) {
      await page.keyboard.insertText(key);
      await page.waitForTimeout(60);
    }
  }
  const times = /** @type {number[]} */ (await page.evaluate('window.wordTimes'));
  await page.evaluate('window.leaveWordField()');
  return times;
}

/** @param {Application} application @param {Page} page @param {string} filePath */
async function timePapers(application, page, filePath) {
  await application.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file });
  }, filePath);
  return /** @type {number[]} */ (
    await page.evaluate(`(async () => {
      const filter = { status: 'accepted', procedure: '', receivedFrom: '', receivedTo: '' };
      const list = await window.quay.ask('dossier.list', { filter, offset: 0, limit: 30 });
      const times = [];
      for (const { id } of list.value.rows) {
        const since = performance.now();
        const layout = { paper: 'A5', twoOnOne: false, copies: ['file', 'citizen'] };
        const answer = await window.quay.ask('paper.save', { dossier: id, form: 'receipt', layout });
        if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
        times.push(performance.now() - since);
      }
      return times;
    })()`)
  );
}

/**
 * In the real window with a full vault: sign-in to working set, a keystroke of the search to its rows drawn, and the asking
 * for a receipt to its PDF.
 * @param {{ electron: string, root: string, sandbox: string[], seed: string, dossiers: number, env: NodeJS.ProcessEnv, rounds: number }} wish
 */
export async function benchWindow({ electron, root, sandbox, seed, dossiers, env, rounds }) {
  const { _electron } = await import('playwright');
  const home = mkdtempSync(join(tmpdir(), 'quay-window-'));
  cpSync(seed, join(home, 'seed'), { recursive: true });
  /** @type {{ password: string, lastAt: number }} */
  const { password, lastAt } = JSON.parse(readFileSync(join(seed, 'seed.json'), 'utf8'));
  const application = await _electron.launch({
    executablePath: electron,
    args: [
      ...sandbox,
      root,
      `--data=${join(home, 'seed', 'vault')}`,
      `--guard=${join(home, 'seed', 'guard')}`,
      `--profile=${join(home, 'profile')}`,
      `--trial-clock=${new Date(lastAt + 3_600_000).toISOString()}`,
    ],
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  try {
    const page = await application.firstWindow();
    await page.waitForSelector('html[data-ready=signIn]');
    const [opening, ...ready] = await timeWorkingSet(page, password, rounds);
    emit({
      name: 'working set ready after sign-in',
      dossiers,
      rows: await page.evaluate(
        "window.quay.ask('workingSet.get', {}).then(({ value }) => value.rows.length)",
      ),
      n: ready.length,
      first_ms: opening,
      p50_ms: median(ready),
      max_ms: quantile(ready, 1),
      wanted: '2,000 rows ≤ 700 ms',
    });
    await page.keyboard.press('Escape');
    await page.keyboard.press('F3');
    await page.waitForTimeout(1000);
    const cold = await timeSearch(page, firstTexts);
    const searches = await timeSearch(page, laterTexts);
    const oneWord = await timeOneWord(page);
    /** @param {string} name @param {number[]} times @param {object} [more] */
    const emitSearch = (name, times, more) =>
      emit({
        name: `search: ${name}`,
        dossiers,
        n: times.length,
        p50_ms: median(times),
        p95_ms: quantile(times, 0.95),
        ...more,
      });
    const waited = searches.map((search) => search.waited);
    emitSearch(
      'keystroke asked to answered',
      searches.map((search) => search.answered),
    );
    emitSearch(
      'answered to rows drawn',
      searches.map((search) => search.drawn),
      {
        first_texts: {
          n: cold.length,
          p50_ms: median(cold.map((search) => search.drawn)),
          p95_ms: quantile(
            cold.map((search) => search.drawn),
            0.95,
          ),
        },
        waiting_for_the_frame: { p50_ms: median(waited), p95_ms: quantile(waited, 0.95) },
        work: {
          p50_ms: median(searches.map((search) => search.drawn - search.waited)),
          p95_ms: quantile(
            searches.map((search) => search.drawn - search.waited),
            0.95,
          ),
        },
        limit: {
          name: 'the same answer, one word drawn',
          n: oneWord.length,
          p50_ms: median(oneWord),
          p95_ms: quantile(oneWord, 0.95),
        },
        wanted: '≤ 16 ms',
      },
    );
    emitSearch(
      'keystroke to rows drawn',
      searches.map((search) => search.answered + search.drawn),
    );
    const [first, ...papers] = await timePapers(application, page, join(home, 'receipt.pdf'));
    emit({
      name: 'asked to receipt PDF (two copies, saved and journalled)',
      n: papers.length,
      first_ms: first,
      p50_ms: median(papers),
      p95_ms: quantile(papers, 0.95),
      wanted: 'p50 ≤ 200 ms',
    });
  } finally {
    await application.close();
    rmSync(home, { recursive: true, force: true });
  }
}
