import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PaperLayout, PrinterRow } from '../shared/contract.ts';
import type { DossierAccepted } from '../shared/dossier/events.ts';
import { guidanceValues } from '../shared/forms/guidance.ts';
import type { ReceiptValues } from '../shared/forms/receipt.ts';
import { receiptValues } from '../shared/forms/receipt.ts';
import { refusalValues } from '../shared/forms/refusal.ts';
import { testValues } from '../shared/forms/test-page.ts';
import {
  birthDossier,
  certificationDossier,
  guidedIntake,
  hugeDossier,
  plainDossier,
  refusedIntake,
  sampleOffice,
} from '../shared/forms/testing-samples.ts';
import { messagesIn } from '../shared/messages/index.ts';
import type { PrintJob, PrintResult } from '../main/print/index.ts';
import { startCups } from './cups.ts';
import type { Cups } from './cups.ts';
import {
  drawPages,
  pageCodes,
  pdfFacts,
  pdfText,
  readCodes,
  readGrey,
  readSpoilt,
  writeTemp,
} from './pdf-tools.ts';
import { expect, test } from './counter.ts';
import { startPrintHost } from './papers/print-host.ts';
import { withPdf } from './papers/with-pdf.ts';
import type { PrintHost } from './papers/print-host.ts';

/** The papers, made by a real Electron and judged by tools that are not ours; a real CUPS queue takes the printed ones. */

const words = messagesIn('vi');
const a5: PaperLayout = { paper: 'A5', twoOnOne: false, copies: ['citizen'] };
const a4: PaperLayout = { ...a5, paper: 'A4' };
const bothA5: PaperLayout = { ...a5, copies: ['file', 'citizen'] };
const twoOnOne: PaperLayout = { paper: 'A4', twoOnOne: true, copies: ['file', 'citizen'] };
const extra = { witness: '3fa92c71be', reprint: false, trial: false, words } as const;

const receipts = (dossier: DossierAccepted, layout: PaperLayout): ReceiptValues[] =>
  layout.copies.map((copy) => receiptValues(dossier, { ...extra, copy, stage: 'accepted' }));
const receiptJob = (dossier: DossierAccepted, layout: PaperLayout): PrintJob => ({
  form: 'receipt',
  layout,
  values: receipts(dossier, layout),
});
const codesOf = (dossier: DossierAccepted): string[] => {
  const [values] = receipts(dossier, a5);
  return [`CODE-128:${dossier.code}`, `QR-Code:${values?.scan ?? ''}`];
};

/** What a citizen or an auditor must find on a receipt. */
const mustSay = (dossier: DossierAccepted, copy: 'file' | 'citizen'): string[] => {
  const [values] = receipts(dossier, { ...a5, copies: [copy] });
  if (!values) return [];
  return [
    sampleOffice.superior.toUpperCase(),
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    copy === 'file' ? '(Liên: Lưu)' : '(Liên: Giao khách hàng)',
    dossier.code,
    values.submitter.name,
    values.owner?.name ?? values.submitter.name,
    values.submitter.identity,
    values.submitter.phone,
    values.request.name,
    dossier.procedure.code,
    ...values.components.map(({ name }) => name),
    ...values.certified.map(({ name }) => name),
    values.received,
    `${values.due.clock}, ${values.due.date}`,
    ...values.fees.rows.flatMap(({ label, amount }) => [label, amount]),
    values.fees.total,
    values.fees.inWords,
    ...values.answers.flat().flatMap(({ label, text }) => [label, text]),
    ...values.note,
    values.clerkName,
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    '3FA92C71BE',
    'Quầy Một Cửa',
  ].map((text) => text.replace(/\s+/g, ' '));
};

let cups: Cups;
let host: PrintHost;

test.beforeAll(async () => {
  cups = await startCups();
  host = await startPrintHost({ env: cups.env });
});

test.afterAll(async () => {
  await host.end();
  await cups.stop();
});

/** Line ends and page turns fall between words, so every word is looked for in order rather than the whole text at once. */
const expectSaid = (text: string, wanted: readonly string[]): void => {
  const squeezed = text.replace(/\s+/g, '');
  for (const each of wanted) expect(squeezed).toContain(each.replace(/\s+/g, ''));
};

const usual: [string, DossierAccepted][] = [
  ['a certificate', plainDossier],
  ['a birth', birthDossier],
  ['a certification', certificationDossier],
];

for (const [name, dossier] of usual)
  for (const [size, layout, width, height] of [
    ['A5', a5, 148, 210],
    ['A4', a4, 210, 297],
  ] as const)
    test(`the receipt of ${name} is one ${size} page that says and holds everything`, async () => {
      await withPdf(host, receiptJob(dossier, layout), (file) => {
        const facts = pdfFacts(file);
        expect(facts).toMatchObject({ pages: 1, embedded: true });
        expect([Math.round(facts.width), Math.round(facts.height)]).toEqual([width, height]);
        expect(facts.title).toContain(dossier.code);
        expect(facts.fonts.every((font) => font.startsWith('Tinos-'))).toBe(true);
        const text = pdfText(file);
        expect(text).toBe(text.normalize('NFC'));
        expectSaid(text, mustSay(dossier, 'citizen'));
        expect(pageCodes(file)).toEqual([codesOf(dossier)]);
      });
    });

test('both copies are in one job and differ by one word', async () => {
  await withPdf(host, receiptJob(birthDossier, bothA5), (file) => {
    expect(pdfFacts(file).pages).toBe(2);
    const [file1, citizen] = [1, 2].map((page) =>
      execFileSync('pdftotext', ['-raw', '-f', String(page), '-l', String(page), file, '-'], {
        encoding: 'utf8',
      }),
    );
    expect(file1).toContain('(Liên: Lưu)');
    expect(citizen?.replace('(Liên: Giao khách hàng)', '(Liên: Lưu)')).toBe(file1);
  });
});

test('two A5 copies lie on one A4, with a line to cut along', async () => {
  await withPdf(host, receiptJob(birthDossier, twoOnOne), (file) => {
    const facts = pdfFacts(file);
    expect([facts.pages, Math.round(facts.width), Math.round(facts.height)]).toEqual([1, 297, 210]);
    const text = pdfText(file);
    expectSaid(text, [...mustSay(birthDossier, 'file'), ...mustSay(birthDossier, 'citizen')]);
    const dpi = 100;
    const page = readGrey(file, 1, dpi);
    const column = (x: number) =>
      Array.from({ length: page.height }, (_, y) => page.at(x, y)).filter((grey) => grey < 160).length;
    const middle = Math.round(page.width / 2);
    const cut = Math.max(...[-2, -1, 0, 1, 2].map((by) => column(middle + by)));
    expect(cut).toBeGreaterThan(page.height * 0.3);
    expect(column(middle - 20)).toBe(0);
    expect(column(middle + 20)).toBe(0);
    const { images, done } = drawPages(file, 200);
    // Both symbols of a kind hold the same.
    expect([...new Set(readCodes(images[0] ?? ''))]).toEqual(codesOf(birthDossier));
    done();
  });
});

test('a paper with too much goes on over pages, nothing lost, head and numbers on each', async () => {
  for (const layout of [a5, a4, twoOnOne])
    await withPdf(host, receiptJob(hugeDossier, layout), (file) => {
      const text = pdfText(file);
      const { pages } = pdfFacts(file);
      expectSaid(
        text,
        mustSay(hugeDossier, 'citizen').filter((each) => !each.includes('Ksor')),
      );
      expect(text).toContain('Nguyễn Phước Hoàng Anh Thư');
      const numbers = [...text.matchAll(/Trang (\d+)\/(\d+)/g)].map(([, page, all]) => `${page}/${all}`);
      const own = layout.twoOnOne ? pages : numbers.length;
      expect(own).toBe(pages);
      for (let page = 1; page <= pages; page += 1) expect(numbers).toContain(`${page}/${pages}`);
      // Its table's head stands on each page the table goes on, and its code at the top of each page.
      expect(text.split('Tên giấy tờ').length).toBeGreaterThan(2);
      expect(text.split(hugeDossier.code).length - 1).toBeGreaterThanOrEqual(pages);
    });
});

test('forms 02 and 03 say what is missing and why not', async () => {
  const common = { ...extra, copy: 'citizen' } as const;
  await withPdf(
    host,
    { form: 'guidance', layout: a5, values: [guidanceValues(guidedIntake, common)] },
    (file) => {
      expect(pdfFacts(file).pages).toBe(1);
      expectSaid(pdfText(file), [
        'Số: 02-0012/2026',
        'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
        ...guidedIntake.missing.flatMap(({ name, what }) => [name, what]),
        guidedIntake.reason,
        'NGƯỜI HƯỚNG DẪN',
      ]);
    },
  );
  await withPdf(
    host,
    { form: 'refusal', layout: a4, values: [refusalValues(refusedIntake, common)] },
    (file) => {
      expect(pdfFacts(file).pages).toBe(1);
      expectSaid(pdfText(file), [
        'Số: 03-0003/2026',
        'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
        refusedIntake.reason,
        'NGƯỜI NỘP HỒ SƠ',
        'NGƯỜI TIẾP NHẬN HỒ SƠ',
      ]);
    },
  );
});

test('hostile text stands on paper as text', async () => {
  const evil = '<script>document.title=1</script><img src=x> {{ 7777 | plus: 7 }} "\' &lt;';
  const dossier = {
    ...plainDossier,
    submitter: { ...plainDossier.submitter, name: evil },
    owner: { ...plainDossier.submitter, name: evil },
    note: evil,
  };
  await withPdf(host, receiptJob(dossier, a5), (file) => {
    expectSaid(pdfText(file), [evil]);
    expect(pdfText(file)).not.toContain('7784');
  });
});

test('codes are read from a faint, coarse print', async () => {
  const online = {
    ...plainDossier,
    office: { ...sampleOffice, lookupBase: 'https://tracuu.example.gov.vn/ho-so' },
  };
  for (const dossier of [plainDossier, online])
    await withPdf(host, receiptJob(dossier, a5), (file) => {
      // 110 dots an inch is a poor fax; a phone sees more.
      expect(pageCodes(file, 110)).toEqual([codesOf(dossier)]);
    });
});

test('the QR is read from a folded sheet and a worn drum', async () => {
  const online = {
    ...plainDossier,
    office: { ...sampleOffice, lookupBase: 'https://tracuu.example.gov.vn/ho-so' },
  };
  const dpi = 200;
  const dots = (mm: number) => Math.round((mm * dpi) / 25.4);
  for (const dossier of [plainDossier, online])
    await withPdf(host, receiptJob(dossier, a5), (file) => {
      const [, qr] = codesOf(dossier);
      // A fold wears the toner off in a line of 1.5 mm through the middle of the symbol, on the left of the page.
      const fold = { from: dots(24.5), to: dots(26) };
      const folded = readSpoilt(file, dpi, (x, _, grey) => (x >= fold.from && x < fold.to ? 255 : grey));
      expect(folded).toContain(qr);
      // Specks of two dots without toner, one in fifteen, and no black darker than grey 110.
      const bare = (x: number, y: number) =>
        ((x >> 1) * 7919 + (y >> 1) * 104729 + (x >> 1) * (y >> 1) * 31) % 15 === 0;
      const worn = readSpoilt(file, dpi, (x, y, grey) => (bare(x, y) ? 255 : Math.max(grey, 110)));
      expect(worn).toContain(qr);
    });
});

test('the preview is the same sheets, in a frame that runs and loads nothing', async () => {
  const { url, pages, png } = await host.ask<{ url: string; pages: number; png: string }>({
    do: 'preview',
    job: receiptJob(birthDossier, bothA5),
  });
  expect(url).toMatch(/^app:\/\/print\/[0-9a-f]{32}$/);
  expect(pages).toBe(2);
  const image = writeTemp(Buffer.from(png, 'base64'), 'preview.png');
  expect(readCodes(image)).toEqual([codesOf(birthDossier)[1], codesOf(birthDossier)[1]]);
  rmSync(dirname(image), { recursive: true, force: true });
  const page = await host.ask<{ status: number; headers: Record<string, string> }>({ do: 'fetch', url });
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; font-src app://print; frame-ancestors app:",
  );
  for (const wrong of ['app://print/0123', 'app://print/fonts/../forms.ts', 'app://print/fonts/x.woff2'])
    expect(await host.ask({ do: 'fetch', url: wrong })).toMatchObject({ status: 404 });
  expect(await host.ask({ do: 'fetch', url: 'app://counter/index.html' })).toBeNull();
});

test.describe('a real print queue', () => {
  let jobs = 0;
  const print = (job: PrintJob, printer = cups.printer) =>
    host.ask<PrintResult>({ do: 'print', job, printer });
  const lastJob = async (): Promise<string> => {
    const files = await cups.printed(jobs);
    return files.at(-1) ?? '';
  };

  test('prints both A5 copies, full size', async () => {
    expect(await host.ask<PrinterRow[]>({ do: 'printers' })).toEqual([
      { name: 'QUAY', label: 'QUAY', isDefault: false, ready: true },
    ]);
    expect(await print(receiptJob(plainDossier, bothA5))).toEqual({
      outcome: 'printed',
      printer: 'QUAY',
      detail: '',
      fault: null,
    });
    jobs += 1;
    const file = await lastJob();
    const facts = pdfFacts(file);
    expect([facts.pages, Math.round(facts.width), Math.round(facts.height)]).toEqual([2, 149, 210]);
    expect(pageCodes(file)).toEqual([codesOf(plainDossier), codesOf(plainDossier)]);
  });

  test('prints two on one A4', async () => {
    expect((await print(receiptJob(plainDossier, twoOnOne))).outcome).toBe('printed');
    jobs += 1;
    const file = await lastJob();
    const facts = pdfFacts(file);
    expect([facts.pages, Math.round(facts.width), Math.round(facts.height)]).toEqual([1, 210, 297]);
    expect([...new Set(pageCodes(file)[0])]).toEqual(codesOf(plainDossier));
  });

  test('a test page comes out in true size', async () => {
    const values = testValues({
      profile: sampleOffice,
      printer: 'QUAY',
      paper: 'A4',
      trial: false,
      at: plainDossier.receivedAt,
      words,
    });
    expect((await print({ form: 'test', layout: a4, values: [values] })).outcome).toBe('printed');
    jobs += 1;
    const dpi = 254;
    const page = readGrey(await lastJob(), 1, dpi);
    // The longest dark line that is no full-width rule is the ruler's base: 100 mm are 1000 dots.
    let longest = 0;
    for (let y = 0; y < page.height; y += 1) {
      let run = 0;
      for (let x = 0; x <= page.width; x += 1) {
        if (x < page.width && page.at(x, y) < 128) run += 1;
        else {
          if (run < 1200) longest = Math.max(longest, run);
          run = 0;
        }
      }
    }
    expect(Math.abs(longest - 1000)).toBeLessThanOrEqual(6);
  });

  test('says what is wrong: another printer, one that stands still, one that is gone', async () => {
    const job = receiptJob(plainDossier, a5);
    expect(await print(job, 'KHAC')).toMatchObject({ outcome: 'failed', fault: 'printerGone' });
    expect(await print(job, '')).toMatchObject({ outcome: 'failed', fault: 'noPrinter' });
    cups.pause();
    expect(await print(job)).toMatchObject({
      outcome: 'failed',
      fault: 'printerGone',
      detail: 'máy in đang dừng hoặc không nhận lệnh in',
    });
    cups.resume();
    cups.remove();
    expect(await print(job)).toMatchObject({ outcome: 'failed', fault: 'noPrinter' });
    cups.add();
    expect((await print(job)).outcome).toBe('printed');
  });
});
