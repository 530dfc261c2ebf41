import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { paperForm } from '../shared/contract/method.ts';
import { sampleSealPapers } from '../shared/forms/testing-day-seal.ts';
import { samplePapers } from '../shared/forms/testing-act-papers.ts';
import { guidanceValues } from '../shared/forms/guidance.ts';
import { receiptValues } from '../shared/forms/receipt.ts';
import { refusalValues } from '../shared/forms/refusal.ts';
import {
  birthDossier,
  guidedIntake,
  hugeDossier,
  plainDossier,
  refusedIntake,
} from '../shared/forms/testing-samples.ts';
import { messagesIn } from '../shared/messages/index.ts';
import { copyLines, personLines, pointsOf, sealMm } from '../shared/signing/appearance.ts';
import type { SignaturePlace } from '../shared/signing/appearance.ts';
import type { PrintJob } from '../main/print/index.ts';
import { placeSignature } from '../main/signing/place.ts';
import { face, signWhole } from '../main/signing/testing-pdf.ts';
import { testPki } from '../main/signing/testing-pki.ts';
import { openSoftwareToken } from '../main/token/software-token.ts';
import { expect, test } from './counter.ts';
import { writeTemp } from './pdf-tools.ts';

/** Every paper of a dossier that may be signed, at its longest, printed by a real Electron and signed in each of the three ways. */

const words = messagesIn('vi');
const extra = { witness: '3fa92c71be', reprint: true, trial: true, words, copy: 'file' } as const;
const layout = { paper: 'A4', twoOnOne: false, copies: ['file'] } as const;
const shots = process.env['SHOTS'];

const jobs: { name: string; form: PrintJob['form']; values: PrintJob['values'][number] }[] = [
  ...[plainDossier, birthDossier, hugeDossier].map((dossier) => ({
    name: `the receipt of ${dossier.code}`,
    form: 'receipt' as const,
    values: receiptValues(dossier, { ...extra, stage: 'accepted' as const }),
  })),
  { name: 'guidance', form: 'guidance', values: guidanceValues(guidedIntake, extra) },
  { name: 'refusal', form: 'refusal', values: refusalValues(refusedIntake, extra) },
  ...samplePapers().filter(({ form }) => paperForm.options.some((one) => one === form)),
];

/** Closed by one hand alone, on the last of its pages. */
const seals = sampleSealPapers()
  .filter(({ values }) => values.electronic)
  .map((one) => ({ ...one, form: 'daySeal' as const }));

const at = Date.parse('2026-11-29T09:05:09Z');
const who = {
  name: 'Nguyễn Hoàng Phương Thảo Mẫu',
  agency: 'Trung tâm Phục vụ hành chính công phường Mẫu Thí Dụ, tỉnh Thí Dụ',
};
const alice = openSoftwareToken(readFileSync(testPki().file('alice.p12')), 'mật khẩu');

/** A red ring on a transparent ground, as a scanned seal is. */
const makeSeal = async (): Promise<Uint8Array> => {
  const doc = await PDFDocument.create();
  const size = pointsOf(sealMm);
  for (const radius of [size / 2 - 2, size / 3])
    (doc.getPages()[0] ?? doc.addPage([size, size])).drawCircle({
      x: size / 2,
      y: size / 2,
      size: radius,
      borderColor: rgb(0.8, 0, 0),
      borderWidth: 2,
    });
  const drawn = writeTemp(Buffer.from(await doc.save()), 'seal.pdf');
  execFileSync('pdftocairo', ['-png', '-transp', '-singlefile', '-r', '200', drawn, drawn]);
  const png = readFileSync(`${drawn}.png`);
  rmSync(dirname(drawn), { recursive: true, force: true });
  return png;
};

interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Word extends Area {
  page: number;
  text: string;
}

const under = (words: readonly Word[], page: number, area: Area): string[] =>
  words
    .filter(
      (word) =>
        word.page === page &&
        word.left < area.right &&
        word.right > area.left &&
        word.top < area.bottom &&
        word.bottom > area.top,
    )
    .map(({ text }) => text);

/** Every word with its place as it is seen, from the top left, by poppler. */
const wordsIn = (file: string): Word[] => {
  const told = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  let page = 0;
  return told.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page += 1;
    const found =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (!found) return [];
    const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number);
    return [{ page, text: found[5] ?? '', left, top, right, bottom }];
  });
};

let made: Promise<Uint8Array> | undefined;
const sealOnce = (): Promise<Uint8Array> => {
  made ??= makeSeal();
  return made;
};

const nowhere = { x: 0, y: 0, width: 0, height: 0 };

const looks: Record<'person' | 'copy' | 'agency', { place: SignaturePlace; lines: string[] }> = {
  person: { place: 'person', lines: personLines(who, at) },
  copy: { place: 'copy', lines: copyLines(who.agency, at) },
  agency: { place: 'agency', lines: [] },
};

test('every form a dossier may keep and sign has a sample here', () => {
  expect([...new Set<string>(jobs.map(({ form }) => form))].sort()).toEqual([...paperForm.options].sort());
});

for (const { name, form, values } of [...jobs, ...seals])
  test(`${name}: no word lies under a signature`, async ({ host }) => {
    const job: PrintJob = { form, values: [values], layout: { ...layout, copies: [...layout.copies] } };
    const plain = Buffer.from(await host.ask<string>({ do: 'pdf', job }), 'base64');
    const file = writeTemp(plain, 'plain.pdf');
    const before = wordsIn(file);
    const letter = form === 'extension' || form === 'stop';
    let signed: Buffer = plain;
    const further = form === 'daySeal' ? [] : letter ? (['copy', 'agency'] as const) : (['copy'] as const);
    for (const how of ['person', ...further] as const) {
      const picture = how === 'agency' ? { picture: await sealOnce() } : {};
      const appearance = placeSignature({ ...looks[how], ...picture }, signed);
      const doc = await PDFDocument.load(signed);
      const { page = 0, box = nowhere } = (await appearance(doc)) ?? {};
      expect(page).toBeGreaterThan(0);
      // Under who closes it, at the right; an empty place elsewhere is not hers.
      if (form === 'daySeal') expect([page, box.x > 297]).toEqual([doc.getPageCount(), true]);
      const height = doc.getPage(page - 1).getHeight();
      const [top, bottom] = [height - box.y - box.height, height - box.y];
      const area = { left: box.x, right: box.x + box.width, top, bottom };
      expect(under(before, page, area), `${how} on page ${page}`).toEqual([]);
      signed = await signWhole(signed, alice, { at: new Date(at), appearance }, face);
    }
    const after = writeTemp(signed, 'signed.pdf');
    const isOld = (word: Word): boolean =>
      before.some((one) => one.page === word.page && one.left === word.left && one.top === word.top);
    const added = wordsIn(after).filter((word) => !isOld(word));
    const said = added.map(({ text }) => text).join(' ');
    expect(said.normalize('NFC')).toContain(`Ký bởi: ${who.name}`);
    for (const word of added) expect(under(before, word.page, word), word.text).toEqual([]);
    if (shots) copyFileSync(after, join(shots, `${name.replace(/\W+/g, '-')}.pdf`));
    for (const one of [file, after]) rmSync(dirname(one), { recursive: true, force: true });
  });
