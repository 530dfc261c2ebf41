import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { procedureSchema } from '../../shared/catalogue/procedure.ts';
import { guidanceValues } from '../../shared/forms/guidance.ts';
import { receiptValues } from '../../shared/forms/receipt.ts';
import { recoveryValues } from '../../shared/forms/recovery.ts';
import { refusalValues } from '../../shared/forms/refusal.ts';
import { sheetValues } from '../../shared/forms/sheet.ts';
import { testValues } from '../../shared/forms/test-page.ts';
import {
  birthDossier,
  certificationDossier,
  guidedIntake,
  hugeDossier,
  plainDossier,
  refusedIntake,
  sampleOffice,
} from '../../shared/forms/testing-samples.ts';
import { samplePapers } from '../../shared/forms/testing-act-papers.ts';
import { certificationPapers } from '../../shared/forms/testing-certification-papers.ts';
import { sampleLists } from '../../shared/forms/testing-list-papers.ts';
import { sampleSealPapers } from '../../shared/forms/testing-day-seal.ts';
import { sampleBooks } from '../../shared/forms/testing-books.ts';
import { listForms } from '../../shared/lists/content.ts';
import type { PaperKind, PaperValue, PaperValues } from '../../shared/forms/values.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { loadForms } from './forms.ts';
import { readPieces } from './pieces.ts';
import { escapeText } from './template.ts';

const assets = join(import.meta.dirname, '..', '..', 'assets');
const forms = loadForms(join(assets, 'forms'));
const words = messagesIn('vi');
const extra = { witness: '3fa92c71be', copy: 'citizen', reprint: true, trial: true, words } as const;
const about = { profile: sampleOffice, trial: true, at: plainDossier.receivedAt, words };

const catalogue = JSON.parse(readFileSync(join(assets, 'catalogue', 'vn-commune-2026.json'), 'utf8')) as {
  procedures: unknown[];
};
const procedures = catalogue.procedures.map((each) => procedureSchema.parse(each));

const papers: [string, PaperKind, PaperValues][] = [
  ['a receipt', 'receipt', receiptValues(plainDossier, { ...extra, stage: 'accepted' })],
  ['a birth', 'receipt', receiptValues(birthDossier, { ...extra, stage: 'accepted' })],
  ['a certification', 'receipt', receiptValues(certificationDossier, { ...extra, stage: 'accepted' })],
  ['far too much', 'receipt', receiptValues(hugeDossier, { ...extra, stage: 'accepted' })],
  ['a draft', 'receipt', receiptValues(plainDossier, { ...extra, stage: 'draft' })],
  [
    'no papers, no fees, nothing known',
    'receipt',
    receiptValues(
      {
        ...plainDossier,
        components: [],
        fees: [],
        feeTotal: 0,
        answerLines: [],
        procedure: { ...plainDossier.procedure, results: [] },
        office: { ...sampleOffice, phone: '', address: '', superior: '' },
      },
      { ...extra, witness: '', reprint: false, trial: false, stage: 'accepted' },
    ),
  ],
  ['form 02', 'guidance', guidanceValues(guidedIntake, extra)],
  [
    'form 02 for oneself',
    'guidance',
    guidanceValues({ ...guidedIntake, owner: guidedIntake.submitter, missing: [] }, extra),
  ],
  ['form 03', 'refusal', refusalValues(refusedIntake, extra)],
  [
    'the recovery code',
    'recovery',
    recoveryValues('K7Q2-M4ZP-3XWR-T5BN-6YHC-0123-ABCD', { ...about, desk: { number: 1, name: 'Quầy 1' } }),
  ],
  ['the test page', 'test', testValues({ ...about, printer: 'QUAY', paper: 'A5' })],
  ...sampleSealPapers().map(({ name, values }): [string, PaperKind, PaperValues] => [
    name,
    'daySeal',
    values,
  ]),
  ...sampleLists().map(({ form, values }): [string, PaperKind, PaperValues] => [form, form, values]),
  ...[...samplePapers(), ...certificationPapers(), ...sampleBooks()].map(
    ({ name, form, values }): [string, PaperKind, PaperValues] => [name, form, values],
  ),
];

/** Every text a template is given, but those that become shapes. */
const textsOf = (value: PaperValue, name = ''): string[] => {
  if (typeof value === 'string') return ['scan', 'barcode', 'qr', 'title'].includes(name) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each: PaperValue) => textsOf(each));
  return Object.entries(value).flatMap(([key, each]: [string, PaperValue]) => textsOf(each, key));
};

const replaceTexts = (value: PaperValue, by: (text: string) => string): PaperValue => {
  if (typeof value === 'string') return value === '' ? '' : by(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: PaperValue) => replaceTexts(each, by));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, PaperValue]) => [
      key,
      // Bars and millimetres are no text.
      key === 'barcode' || key === 'place' ? each : replaceTexts(each, by),
    ]),
  );
};

const tagsOf = (html: string) => (html.match(/<[^<>]*>/g) ?? []).filter((tag) => !tag.startsWith('<path'));

describe('every shipped form', () => {
  it.each(papers)('shows %s', (_, kind, values) => {
    const paper = readPieces(forms.get(kind).pour(values));
    expect(paper.first).not.toBe('');
    expect(paper.next).not.toBe('');
    expect(paper.foot).toContain('<!--pages-->');
    expect(paper.annexFrom).toBeGreaterThan(0);
  });

  it.each(papers)('keeps its own tags when every text of it is hostile: %s', (_, kind, values) => {
    const evil = '<script>x</script><!--row-->{{ 7777 | plus: 7 }}"\'\u202E';
    const spoilt = replaceTexts(values, (text) => `${text}${evil}`) as PaperValues;
    const { pour } = forms.get(kind);
    expect(tagsOf(pour(spoilt)).map((tag) => tag.replace(/viewBox="[^"]*"/, ''))).toEqual(
      tagsOf(pour(values)).map((tag) => tag.replace(/viewBox="[^"]*"/, '')),
    );
    expect(pour(spoilt)).toContain('&lt;script&gt;');
    expect(pour(spoilt)).not.toContain('7784');
  });

  it.each(papers.filter(([, kind]) => kind !== 'sheet'))(
    'leaves out nothing it was given: %s',
    (name, kind, values) => {
      const html = forms.get(kind).pour(values);
      // Said elsewhere on the paper, or not at all, on purpose.
      const unsaid = new Set([
        ...(kind === 'guidance' ? [values['submitterName']] : []),
        ...(kind === 'test' ? [sampleOffice.phone, sampleOffice.address] : []),
        ...([
          'recovery',
          'control',
          'withdrawal',
          'certificationBook',
          'custody',
          'trackingBook',
          'feeBook',
          'receiptBook',
          'onTimeBook',
          'daySeal',
          'handOverList',
          'resultList',
          'returnList',
          'readyList',
        ].includes(kind)
          ? [sampleOffice.phone, sampleOffice.address]
          : []),
        // Whoever signs stands for the desk.
        ...(listForms.some((form) => form === kind)
          ? [values['desk'], values['clerkName'], values['copy']]
          : []),
        ...(name === 'a certification' ? ['1', '2'] : []),
        // The certificate names who signs.
        ...(name === 'a close of day for a certificate' ? [values['clerkName']] : []),
      ]);
      for (const text of textsOf(values)) if (!unsaid.has(text)) expect(html).toContain(escapeText(text));
    },
  );

  it.each(procedures.map((procedure) => [procedure.code, procedure] as const))(
    'shows the sheet of %s',
    (_, procedure) => {
      const values = sheetValues({ procedure, schema: null, amounts: [], catalogueVersion: 1 }, about);
      const html = forms.get('sheet').pour(values);
      expect(readPieces(html).pieces.length).toBeGreaterThan(4);
      for (const text of [
        procedure.name,
        procedure.code,
        ...procedure.results,
        ...procedure.components.map(({ name }) => name),
      ])
        expect(html).toContain(escapeText(text));
      expect(html).not.toMatch(/>0 đ/);
    },
  );

  it('says which text of law it is and that its layout has still to be compared', () => {
    expect(forms.get('receipt').about).toMatchObject({ form: 'receipt', version: 1, layout: 'working' });
  });
});
