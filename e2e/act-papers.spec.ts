import { samplePapers } from '../shared/forms/testing-act-papers.ts';
import { sampleLists } from '../shared/forms/testing-list-papers.ts';
import { sampleBook, sampleBooks } from '../shared/forms/testing-books.ts';
import { sampleSealPapers } from '../shared/forms/testing-day-seal.ts';
import { certificationPapers } from '../shared/forms/testing-certification-papers.ts';
import type { PaperValue, PaperValues } from '../shared/forms/values.ts';
import type { PrintJob } from '../main/print/index.ts';
import { expect, test } from './counter.ts';
import { pageCodes, pdfFacts, pdfText, readGrey } from './pdf-tools.ts';
import { withPdf } from './papers/with-pdf.ts';

/**
 * The papers of the acts after the intake and of the register of certified copies, made by a real Electron and judged by tools that
 * are not ours.
 */

const jobOf = (form: PrintJob['form'], paper: 'A4' | 'A5', values: PrintJob['values'][number]): PrintJob => ({
  form,
  values: [values],
  layout: { paper, twoOnOne: false, copies: ['citizen'] },
});

/** Every text a paper was given, but those that become bars or the window's title. */
const textsOf = (value: PaperValue, name = ''): string[] => {
  if (typeof value === 'string') return ['scan', 'barcode', 'qr', 'title'].includes(name) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each: PaperValue) => textsOf(each));
  return Object.entries(value).flatMap(([key, each]: [string, PaperValue]) => textsOf(each, key));
};

const transferCodeOf = (transfer: PaperValue | undefined): string[] =>
  typeof transfer === 'object' && transfer !== null && 'qr' in transfer && typeof transfer.qr === 'string'
    ? [`QR-Code:${transfer.qr}`]
    : [];

const squeezed = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

/** Words in reading order of a table's cells may be cut by the next column, so every word is looked for on its own. */
const expectWords = (file: string, values: PaperValues, elsewhere: readonly string[]): void => {
  const said = squeezed(pdfText(file));
  const unsaid = textsOf({ ...values, ...Object.fromEntries(elsewhere.map((name) => [name, ''])) }).flatMap(
    (text) => text.split(/\s+/).filter((word) => !said.includes(squeezed(word))),
  );
  expect(unsaid).toEqual([]);
};

/** Nothing dark within 3 mm of the edge: no printer reaches there, and what stands there was cut off. */
const expectClearEdges = (file: string, page: number): void => {
  const dpi = 100;
  const grey = readGrey(file, page, dpi);
  const { width, height } = grey;
  const edge = Math.floor((3 / 25.4) * dpi);
  let dark = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < edge; x += 1) if (Math.min(grey.at(x, y), grey.at(width - 1 - x, y)) < 160) dark += 1;
  for (let x = 0; x < width; x += 1)
    for (let y = 0; y < edge; y += 1)
      if (Math.min(grey.at(x, y), grey.at(x, height - 1 - y)) < 160) dark += 1;
  expect(dark).toBe(0);
};

/** The pages counted in the foot are the pages that came out: nothing ran over the end of one. */
const expectCountedPages = (file: string, pages: number): void => {
  if (pages > 1) expect(pdfText(file)).toContain(`Trang ${pages}/${pages}`);
};

/** The number of a series, "02-0007/2026": broken between two lines it is read out wrong, and found by no search. */
const expectNumber = (file: string, { number }: PaperValues): void => {
  if (typeof number === 'string' && number.includes('/')) expect(pdfText(file)).toContain(`Số: ${number}`);
};

const papers = [...samplePapers(), ...certificationPapers()];
/** On these the head does not say how to reach the office. */
const withoutReach = ['control', 'withdrawal', 'certificationBook', 'custody'];

const sizes = { A4: [210, 297], A5: [148, 210] } as const;

for (const { name, form, sheets, values } of papers)
  for (const paper of sheets)
    test(`${name} on ${paper} says all it was given, and nothing is cut off`, async ({ host }) => {
      await withPdf(host, jobOf(form, paper, values), (file) => {
        const facts = pdfFacts(file);
        const size = [Math.round(facts.width), Math.round(facts.height)];
        expect(size).toEqual(form === 'feeReceipt' ? [...sizes[paper]].reverse() : sizes[paper]);
        expect(facts.embedded).toBe(true);
        expect(facts.title).toBe(values.title);
        // The slip that stays in the office, and the citizen's own request, do not say how to reach the office.
        expectWords(file, values, [...(withoutReach.includes(form) ? ['head'] : []), 'place']);
        for (const page of new Set([1, facts.pages])) expectClearEdges(file, page);
        expectCountedPages(file, facts.pages);
        if (!name.includes('far too much')) expect(facts.pages).toBe(1);
        expectNumber(file, values);
        const { barcode } = values;
        if (typeof barcode === 'string' && facts.pages === 1)
          expect(new Set(pageCodes(file)[0])).toEqual(
            new Set([`CODE-128:${barcode}`, ...transferCodeOf(values['transfer'])]),
          );
      });
    });

const a4 = [297, 210];

for (const { name, form, values } of sampleBooks())
  test(`${name} lies on its long side and says all it was given`, async ({ host }) => {
    await withPdf(host, jobOf(form, 'A4', values), (file) => {
      const facts = pdfFacts(file);
      expect([Math.round(facts.width), Math.round(facts.height)]).toEqual(a4);
      expect(facts.title).toBe(values.title);
      expectWords(file, { ...values, head: '' }, []);
      for (const page of new Set([1, facts.pages])) expectClearEdges(file, page);
      expectCountedPages(file, facts.pages);
    });
  });

for (const { form, values } of sampleLists())
  test(`${form} lies on its long side and says all it was given`, async ({ host }) => {
    await withPdf(host, jobOf(form, 'A4', values), (file) => {
      const facts = pdfFacts(file);
      expect([Math.round(facts.width), Math.round(facts.height)]).toEqual(a4);
      expect(facts.title).toBe(values.title);
      expectWords(file, values, ['head', 'desk', 'clerkName', 'copy']);
      for (const page of new Set([1, facts.pages])) expectClearEdges(file, page);
      expectCountedPages(file, facts.pages);
      expectNumber(file, values);
      // Each line of a joint receipt can be scanned like a receipt of its own.
      const scans = values.rows.flatMap((row) => ('scan' in row ? [`QR-Code:${row.scan}`] : []));
      expect(pageCodes(file).flat()).toEqual(scans);
    });
  });

for (const { name, values } of sampleSealPapers())
  test(`${name} has its number in one line and its hash to be scanned`, async ({ host }) => {
    await withPdf(host, jobOf('daySeal', 'A4', values), (file) => {
      const { pages, title } = pdfFacts(file);
      expect(title).toBe(values.title);
      expectNumber(file, values);
      for (const page of new Set([1, pages])) expectClearEdges(file, page);
      expectCountedPages(file, pages);
      expect(pageCodes(file).at(-1)).toEqual([`QR-Code:${values.scan}`]);
    });
  });

test('a long book carries its heads over and counts its pages', async ({ host }) => {
  const values = sampleBook('tracking', 150);
  await withPdf(host, jobOf('trackingBook', 'A4', values), (file) => {
    const { pages } = pdfFacts(file);
    expect(pages).toBeGreaterThan(8);
    const text = pdfText(file);
    const times = (what: string): number => text.split(what).length - 1;
    expect(times('Mã hồ sơ')).toBeGreaterThanOrEqual(pages - 1);
    for (const page of [1, 2, pages]) expect(text).toContain(`Trang ${page}/${pages}`);
    for (const row of ['1', '75', '150']) expect(squeezed(text)).toContain(row);
    expect(times('NGƯỜI LẬP SỔ')).toBe(1);
  });
});

test('hostile text stands on every paper of the acts as text', async ({ host }) => {
  const evil = '<script>document.title=1</script><img src=x> {{ 7777 | plus: 7 }} "\' &lt;';
  const spoil = (value: PaperValue, name = ''): PaperValue => {
    if (typeof value === 'string') return value === '' || name === 'barcode' ? value : `${value} ${evil}`;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each: PaperValue) => spoil(each));
    return Object.fromEntries(
      Object.entries(value).map(([key, each]: [string, PaperValue]) => [key, spoil(each, key)]),
    );
  };
  const books = sampleBooks().map((book) => ({ ...book, sheets: ['A4'] as const }));
  const forms = new Map([...papers, ...books].map((sample) => [sample.form, sample] as const));
  for (const [form, { values, sheets }] of forms) {
    const spoilt = Object.fromEntries(Object.entries(values).map(([key, each]) => [key, spoil(each, key)]));
    await withPdf(host, jobOf(form, sheets[0], { ...spoilt, title: evil }), (file) => {
      expect(pdfText(file)).not.toContain('7784');
      expect(squeezed(pdfText(file))).toContain(squeezed('{{ 7777 | plus: 7 }}'));
      expect(squeezed(pdfText(file))).toContain('<script>');
    });
  }
});
