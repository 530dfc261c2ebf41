import { readFileSync, rmSync } from 'node:fs';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { personLines } from '../../shared/signing/appearance.ts';
import { openSoftwareToken } from '../token/software-token.ts';
import { placeSignature } from './place.ts';
import { face, openBench, signWhole } from './testing-pdf.ts';
import { testPki } from './testing-pki.ts';

/** Papers from elsewhere keep no room for a signature: it stands where nothing else does, by poppler's eyes. */

const pki = testPki();
const [alice, bob] = ['alice', 'bob'].map((who) =>
  openSoftwareToken(readFileSync(pki.file(`${who}.p12`)), 'mật khẩu'),
);
const bench = openBench();
afterAll(() => rmSync(bench.folder, { recursive: true, force: true }));

const lines = personLines({ name: 'Nguyễn Thị Mẫu', agency: '' }, Date.parse('2026-11-29T09:05:09Z'));

/** A page of A4 with lines of text from one height down to another, in points from the foot. */
const makeLetter = async (pages: readonly { from: number; to: number }[]): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  for (const { from, to } of pages) {
    const sheet = doc.addPage([595, 842]);
    for (let y = from; y >= to; y -= 18)
      sheet.drawText(`Dong chu day trang giay, cao ${y} diem, tu le nay sang le kia cua trang`, {
        x: 50,
        y,
        size: 14,
        font,
      });
  }
  return Buffer.from(await doc.save({ useObjectStreams: false }));
};

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A scan: a page that is a picture and nothing else. */
const makePicture = async (): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  doc.addPage([595, 842]).drawImage(await doc.embedPng(png), { x: 0, y: 0, width: 595, height: 842 });
  return Buffer.from(await doc.save());
};

const sign = (pdf: Buffer, signer = alice, sealFollows = false): Promise<Buffer> => {
  if (!signer) throw new Error('no signer');
  return signWhole(
    pdf,
    signer,
    { at: new Date(), appearance: placeSignature({ place: 'person', lines, sealFollows }, pdf) },
    face,
  );
};

const seal = (pdf: Buffer): Promise<Buffer> => {
  if (!bob) throw new Error('no signer');
  const look = { place: 'agency', heading: ['So: 15/GXN'], lines: [], picture: png } as const;
  return signWhole(pdf, bob, { at: new Date(), appearance: placeSignature(look, pdf) }, face);
};

interface Word {
  page: number;
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const wordsOf = (pdf: Buffer): Word[] => {
  let page = 0;
  return bench
    .run('pdftotext', '-bbox', bench.write('words.pdf', pdf), '-')
    .split('\n')
    .flatMap((line) => {
      if (line.includes('<page ')) page += 1;
      const found = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\//.exec(
        line,
      );
      if (!found) return [];
      const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number);
      return [{ page, text: found[5] ?? '', left, top, right, bottom }];
    });
};

/** The words a signature added, none of which may stand on one of before; answers their pages. */
const addedTo = (before: Buffer, after: Buffer): number[] => {
  const old = wordsOf(before);
  const isOld = (word: Word) =>
    old.some(({ page, left, top }) => page === word.page && left === word.left && top === word.top);
  const added = wordsOf(after).filter((word) => !isOld(word));
  expect(added.map(({ text }) => text).join(' ')).toContain('Ký bởi: Nguyễn Thị Mẫu');
  for (const word of added)
    expect(
      old.filter(
        (one) =>
          one.page === word.page &&
          one.left < word.right &&
          one.right > word.left &&
          one.top < word.bottom &&
          one.bottom > word.top,
      ),
      word.text,
    ).toEqual([]);
  return [...new Set(added.map(({ page }) => page))];
};

const check = (pdf: Buffer, pages: number, signatures: number): void => {
  const path = bench.write('placed.pdf', pdf);
  expect(bench.run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
  expect(bench.run('pdfinfo', path)).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
  expect(bench.run('pdfsig', '-nocert', path).match(/Signature is Valid\./g)).toHaveLength(signatures);
};

it.each([
  ['the foot is free', { from: 780, to: 400 }],
  ['the foot is written on, the middle is free', { from: 300, to: 40 }],
])('on the last page itself: %s', async (_name, lastPage) => {
  const plain = await makeLetter([{ from: 780, to: 40 }, lastPage]);
  const one = await sign(plain);
  expect(addedTo(plain, one)).toEqual([2]);
  const two = await sign(one, bob);
  expect(addedTo(one, two)).toEqual([2]);
  check(two, 2, 2);
});

it.each([
  ['full of words', () => makeLetter([{ from: 800, to: 20 }])],
  ['a scan', makePicture],
])('on a page added to it, where further hands find room too: the last page is %s', async (_name, make) => {
  const plain = await make();
  const one = await sign(plain);
  expect(addedTo(plain, one)).toEqual([2]);
  const two = await sign(one, bob);
  expect(addedTo(one, two)).toEqual([2]);
  check(two, 2, 2);
});

it('leaves room for the seal and its number beside the hand, where a page has such a place', async () => {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  const sheet = doc.addPage([595, 842]);
  // At the foot the right of the page is free for a hand, and no more.
  for (let y = 300; y >= 40; y -= 18)
    sheet.drawText('Dong chu cua mot cot ben trai trang giay, den giua', { x: 50, y, size: 14, font });
  const plain = Buffer.from(await doc.save({ useObjectStreams: false }));
  const sealed = await seal(await sign(plain));
  const [number] = wordsOf(sealed).filter(({ text }) => text === '15/GXN');
  const above = number?.bottom ?? 842;
  expect(wordsOf(plain).filter(({ top }) => top < above)).toEqual([]);
  check(sealed, 1, 2);
});

it('adds a page where the last has room for a hand and none for the seal that follows; a number never stands over words', async () => {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  const sheet = doc.addPage([595, 842]);
  // The right third is free from head to foot: wide enough for a hand, not for a seal beside it.
  for (let y = 800; y >= 20; y -= 18)
    sheet.drawText('Dong chu cua mot cot ben trai trang giay, den giua', { x: 50, y, size: 14, font });
  const plain = Buffer.from(await doc.save({ useObjectStreams: false }));
  const numberIn = (pdf: Buffer) => wordsOf(pdf).filter(({ text }) => text === '15/GXN');

  const both = await seal(await sign(plain, alice, true));
  expect(numberIn(both).map(({ page }) => page)).toEqual([2]);
  check(both, 2, 2);

  // A hand that reckoned with no seal stays on the page; a seal over it shows no number there and bears it as its reason.
  const alone = await sign(plain);
  expect(addedTo(plain, alone)).toEqual([1]);
  const sealed = await seal(alone);
  expect(numberIn(sealed)).toEqual([]);
  check(sealed, 1, 2);
});

it('adds no page to what somebody has signed: another page has room, or nothing is to be seen', async () => {
  const unseen = async (pdf: Buffer): Promise<Buffer> => {
    if (!bob) throw new Error('no signer');
    return signWhole(pdf, bob, { at: new Date() }, face);
  };
  const roomy = await unseen(
    await makeLetter([
      { from: 780, to: 400 },
      { from: 800, to: 20 },
    ]),
  );
  const placed = await sign(roomy);
  expect(addedTo(roomy, placed)).toEqual([1]);
  check(placed, 2, 2);
  const full = await unseen(await makeLetter([{ from: 800, to: 20 }]));
  const quiet = await sign(full);
  expect(wordsOf(quiet)).toEqual(wordsOf(full));
  check(quiet, 1, 2);
});
