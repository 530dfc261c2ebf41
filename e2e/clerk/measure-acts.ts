import type { Page } from 'playwright';
import { actLetters } from '../../renderer/screens/dossier/acts/act-keys.ts';
import type { Preload } from '../../shared/contract.ts';
import { fillAct, inFront, openAct } from './acts.ts';
import type { ActInput } from './acts.ts';
import { foldersIn, launch, pullThePlug } from './application.ts';
import { get } from './bridge.ts';
import { signIn } from './session.ts';
import { words } from './words.ts';

export interface ActFigures {
  /** Milliseconds from the key that records an act to the painted page that shows it. */
  acts: { act: string; ms: number }[];
  /** Of those the part that is main's and the way to it: the same commands without a form and a page. */
  answered: number[];
  /** One act on so many dossiers, from its key to the list without the form. */
  many: { count: number; ms: number[] };
  /** From a question main answers at once to its painted answer: what no act can go below in this window. */
  limit: number[];
  /** What the lists' figures and the first screen cost main and the way to it. */
  counts: number[];
  morning: number[];
}

const people = { unit: 'Công chức tư pháp – hộ tịch', person: 'Lê Văn Mẫu' };

const missing = [{ name: 'Giấy xác nhận cư trú', count: 1, what: 'nộp thêm' }];
const stop = {
  act: 'stop',
  reason: 'Không đủ điều kiện',
  basis: 'Điều mẫu',
  signer: 'Phạm Thị Mẫu',
} as const;

/** What a dossier must be like for a life. */
type Kind = 'unpaid' | 'toBeSet' | 'clashing';

/** Lives in which between them every act there is is done. `turn`: no number of a state receipt is used twice. */
const lives = (date: string, turn: number): { of: Kind; acts: ActInput[] }[] => [
  {
    of: 'unpaid',
    acts: [
      { act: 'collectFee' },
      { act: 'handOver', to: people },
      { act: 'takeBack', reason: 'Giao nhầm' },
      { act: 'storePaperFile', place: 'Tủ 2, ngăn 3' },
      { act: 'correct', changes: [{ field: 'owner.phone', after: '0912000001' }], reason: 'Gõ nhầm số' },
      { act: 'extend', date, reason: 'Chờ xác minh', signer: 'Phạm Thị Mẫu' },
      { act: 'requestSupplements', missing },
      { act: 'receiveSupplements' },
      { act: 'recordResult', number: '15/XN-UBND', signer: 'Phạm Thị Mẫu' },
      { act: 'notifyCitizen', how: 'phone', reached: true },
      { act: 'returnResult', shown: 'scan', satisfaction: 5 },
    ],
  },
  {
    of: 'unpaid',
    acts: [
      { act: 'claimTransfer' },
      { act: 'matchTransfer', reference: 'FT-MAU' },
      { act: 'refundFee', reason: 'Nộp nhầm' },
      { act: 'reportReceiptLost' },
      { act: 'withdraw', reason: 'Không còn nhu cầu' },
    ],
  },
  {
    of: 'unpaid',
    acts: [
      { act: 'exemptFee', ground: 'Hộ nghèo, giấy chứng nhận mẫu' },
      { act: 'requestSupplements', missing },
      { act: 'receiveSupplements', components: [{ name: 'Sổ hộ khẩu mẫu', originals: 1, held: true }] },
      stop,
      { act: 'handBackPapers', originals: [0], shown: 'scan' },
    ],
  },
  {
    of: 'toBeSet',
    acts: [
      { act: 'setFeeAmount', amount: 8000, decision: '25/2025/NQ-HĐND' },
      { act: 'collectFee' },
      {
        act: 'recordFeeReceipt',
        receipt: {
          kind: 'electronic',
          form: '01BLP2-001',
          series: 'AA-26P',
          number: String(turn + 1),
        },
      },
    ],
  },
  { of: 'clashing', acts: [{ act: 'closeConflict', ruling: 'Đã hỏi hai quầy' }] },
];

/**
 * Watches from now on, before the key: gives the milliseconds from it until the form is gone, on a dossier's page with one row more in
 * its history, and the frame without it is painted.
 */
const watchForDrawn = async (page: Page, on: 'page' | 'list'): Promise<() => Promise<number>> => {
  const watch = await page.evaluateHandle(
    (where) => ({
      drawn: new Promise<number>((settle) => {
        const rows = () => document.querySelectorAll('[data-history] > li').length;
        const form = where === 'page' ? '[role="dialog"] [data-field]' : '[role="dialog"]';
        const isFormOpen = () => [...document.querySelectorAll(form)].some((one) => one.checkVisibility());
        const before = where === 'page' ? rows() : -1;
        let pressedAt = 0;
        const watch = new MutationObserver(() => {
          if (pressedAt === 0 || rows() <= before || isFormOpen()) return;
          watch.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => settle(performance.now() - pressedAt);
            port2.postMessage(null);
          });
        });
        const hear = (event: KeyboardEvent) => {
          if (!event.ctrlKey || event.key !== 'Enter') return;
          removeEventListener('keydown', hear, true);
          pressedAt = event.timeStamp;
        };
        addEventListener('keydown', hear, true);
        watch.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
    }),
    on,
  );
  return () => watch.evaluate(({ drawn }) => drawn);
};

const timeAct = async (page: Page, id: string, input: ActInput): Promise<number> => {
  const whole = await get(page, 'dossier.get', { id });
  await openAct(page, input.act);
  await fillAct(page, input, whole);
  const drawn = await watchForDrawn(page, 'page');
  await page.keyboard.press('Control+Enter');
  // Of the form itself: the paper shown after it may have alerts of its own.
  const refused = inFront(page)
    .filter({ has: page.locator('[data-field]') })
    .getByRole('alert')
    .first();
  const ms = await Promise.race([
    drawn(),
    refused.innerText().then(
      (why) => Promise.reject(new Error(`${input.act}: ${why}`)),
      () => Promise.reject(new Error(`${input.act}: neither drawn nor refused`)),
    ),
  ]);
  // The paper it brings is looked at and left.
  await page.waitForTimeout(700);
  if ((await inFront(page).count()) > 0) await page.keyboard.press('Escape');
  await inFront(page).waitFor({ state: 'detached' });
  return ms;
};

/** How long main and the ways to it take for one question, as the window sees it, painted. */
const timeQuestion = (
  page: Page,
  method: 'session.touch' | 'dossier.counts' | 'day.morning',
  times: number,
) =>
  page.evaluate(
    async ([name, count]) => {
      const { quay } = globalThis as unknown as { quay: Preload };
      const all: number[] = [];
      for (let turn = 0; turn < count; turn += 1) {
        await new Promise((rest) => setTimeout(rest, 20));
        const since = performance.now();
        await quay.ask(name, {});
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
        all.push(performance.now() - since);
      }
      return all;
    },
    [method, times] as const,
  );

/** An act asked for and answered, committed; nothing of this dossier is drawn. */
const timeAnswers = (page: Page, dossier: string, times: number): Promise<number[]> =>
  page.evaluate(
    async ([id, count]) => {
      const { quay } = globalThis as unknown as { quay: Preload };
      const all: number[] = [];
      for (let turn = 0; turn < count; turn += 1) {
        // The window follows what it is told of the last one first.
        await new Promise((rest) => setTimeout(rest, 300));
        const command = crypto.randomUUID();
        const since = performance.now();
        const answer = await quay.ask('act.do', {
          dossier: id,
          act: {
            kind: 'notifyCitizen',
            command,
            how: 'phone',
            reached: false,
            to: '0912000001',
            note: 'Bản đo',
          },
        });
        all.push(performance.now() - since);
        if (!(answer as { ok: boolean }).ok) throw new Error(JSON.stringify(answer));
      }
      return all;
    },
    [dossier, times] as const,
  );

/** Dossiers of the full vault, newest first, each for one life, by what is to be paid for them. */
const shelf = async (page: Page, clashing: readonly string[]): Promise<(of: Kind) => string> => {
  const filter = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' } as const;
  const { rows } = await get(page, 'dossier.list', { filter, offset: 0, limit: 500 });
  const idsOf = (kind: Kind): string[] =>
    rows.flatMap(({ id, money }) => (money === kind && !clashing.includes(id) ? [id] : []));
  const left = { unpaid: idsOf('unpaid'), toBeSet: idsOf('toBeSet'), clashing: [...clashing] };
  return (of) => {
    const id = left[of].shift();
    if (id === undefined) throw new Error(`no dossier is left that is ${of}`);
    return id;
  };
};

const inMany = 20;

/** Where the paper files of a pile lie, from the list (F3): the one act on many that brings no paper after it. */
const timeMany = async (page: Page): Promise<number> => {
  await page.keyboard.press('F3');
  const list = page.getByRole('grid', { name: words.dossiers.list.table });
  await list.focus();
  await page.keyboard.press('Home');
  for (let row = 1; row < inMany; row += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press(actLetters.storePaperFile);
  await inFront(page).getByRole('combobox', { name: words.day.many.place }).fill('Tủ 3');
  const left = await watchForDrawn(page, 'list');
  await page.keyboard.press('Control+Enter');
  const ms = await left();
  await page.waitForTimeout(700);
  return ms;
};

const openAt = async (page: Page, id: string): Promise<void> => {
  const { row } = await get(page, 'dossier.get', { id });
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: words.dossiers.search.label }).fill(row.code);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#dossier-code').filter({ hasText: row.code }).waitFor();
};

/** Every act in turn in the packaged application's window, over a vault that stands in `root`. */
export const measureActs = async (wish: {
  root: string;
  executable: string;
  sandbox: readonly string[];
  env: NodeJS.ProcessEnv;
  password: string;
  /** ISO instant the counter stands at. */
  at: string;
  rounds: number;
  /** Dossiers on which two desks clashed, one a round. */
  clashing: readonly string[];
}): Promise<ActFigures> => {
  const { root, executable, sandbox, env, password, at, rounds, clashing } = wish;
  const counter = await launch({ executable, sandbox, env, at, folders: foldersIn(root) });
  try {
    const { page } = counter;
    await signIn(page, { password });
    await page.keyboard.press('Escape');
    const figures: ActFigures = {
      acts: [],
      answered: [],
      many: { count: inMany, ms: [] },
      limit: await timeQuestion(page, 'session.touch', 30),
      counts: await timeQuestion(page, 'dossier.counts', 30),
      morning: await timeQuestion(page, 'day.morning', 30),
    };
    const take = await shelf(page, clashing);
    figures.answered = await timeAnswers(page, take('unpaid'), 30);
    const day = new Date(Date.parse(at) + 20 * 86_400_000).toISOString().slice(0, 10);
    for (let round = 0; round < rounds; round += 1) {
      for (const { of, acts } of lives(day, round)) {
        const id = take(of);
        await openAt(page, id);
        for (const input of acts) figures.acts.push({ act: input.act, ms: await timeAct(page, id, input) });
      }
      figures.many.ms.push(await timeMany(page));
    }
    return figures;
  } finally {
    await pullThePlug(counter);
  }
};
