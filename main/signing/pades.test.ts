import { readFileSync, rmSync } from 'node:fs';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { copyBox, copyLines, personLines, sealBeside, signedAt } from '../../shared/signing/appearance.ts';
import { openSoftwareToken } from '../token/software-token.ts';
import { openPdf } from './open-pdf.ts';
import { signPdf } from './pades.ts';
import type { SignWish } from './pades.ts';
import { proveSignature } from './prove.ts';
import { readSignatures } from './read-signatures.ts';
import { face, makePdf, makeScan, nssStore, openBench, signWhole } from './testing-pdf.ts';
import { testPki } from './testing-pki.ts';

const pki = testPki();
const holder = (who: string) => openSoftwareToken(readFileSync(pki.file(`${who}.p12`)), 'mật khẩu');
const [alice, bob] = [holder('alice'), holder('bob')];
const bench = openBench();
const nss = nssStore(bench.folder);
afterAll(() => rmSync(bench.folder, { recursive: true, force: true }));

const at = Date.parse('2026-11-29T09:05:09Z');
const names = { name: 'Nguyễn Thị Mẫu', agency: 'Ủy ban nhân dân xã Mẫu' };
const person = {
  at: new Date(at),
  reason: 'Phê duyệt hồ sơ',
  appearance: {
    page: 1,
    box: { x: 330, y: 80, width: 220, height: 60 },
    lines: personLines(names, at),
    ink: 'blue',
    align: 'middle',
  },
} satisfies SignWish;

const pdfsig = (path: string): string => bench.run('pdfsig', '-no-ocsp', '-nssdir', nss, path);
const count = (text: string, what: string): number => text.split(what).length - 1;

describe('two signers, one after the other, judged by pdfsig and qpdf', () => {
  const kinds: [string, () => Promise<Buffer>][] = [
    ['cross-reference table', () => makePdf(2)],
    ['cross-reference stream', () => makePdf(2, true)],
    ['linearised', async () => linear('--linearize')],
    ['linearised with object streams', async () => linear('--linearize', '--object-streams=generate')],
    ['rewritten by cairo', async () => cairo()],
    ['pages scanned', () => makeScan(3, 0.6)],
  ];
  const linear = async (...options: string[]): Promise<Buffer> => {
    const from = bench.write('plain.pdf', await makePdf(2));
    bench.run('qpdf', ...options, from, 'linear.pdf');
    return readFileSync(`${bench.folder}/linear.pdf`);
  };
  const cairo = async (): Promise<Buffer> => {
    const from = bench.write('plain.pdf', await makePdf(2));
    bench.run('pdftocairo', '-pdf', from, 'cairo.pdf');
    return readFileSync(`${bench.folder}/cairo.pdf`);
  };

  it.each(kinds)('%s', async (kind, make) => {
    const plain = await make();
    const one = await signWhole(plain, alice, person, face);
    const two = await signWhole(one, bob, { at: new Date(at + 1000), reason: 'Văn thư' }, face);
    const path = bench.write(`${kind.replaceAll(' ', '-')}.pdf`, two);
    const verdict = pdfsig(path);
    expect(count(verdict, 'Signature is Valid.')).toBe(2);
    expect(count(verdict, 'Certificate is Trusted.')).toBe(2);
    expect(count(verdict, 'ETSI.CAdES.detached')).toBe(2);
    expect(count(verdict, 'Not total document signed')).toBe(1);
    expect(count(verdict, 'Total document signed')).toBe(1);
    expect(bench.run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    expect(bench.run('pdftotext', path, '-')).toContain('Ký bởi: Nguyễn Thị Mẫu');
    expect(bench.run('qpdf', '--json', path)).toContain('"/Reason": "u:Phê duyệt hồ sơ"');
  });
});

it('the claimed time stands in the dictionary, and nowhere in the signature (EN 319 142-1)', async () => {
  const bytes = await signWhole(await makePdf(), alice, person, face);
  const [signature] = readSignatures(bytes, await openPdf(bytes, false));
  bench.write('in.cms', signature!.cms);
  const printed = bench.run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', 'in.cms');
  expect(count(printed, 'signingCertificateV2')).toBe(1);
  expect(printed).not.toContain('signingTime');
  expect(signature!.claimedAt?.getTime()).toBe(Math.floor(at / 1000) * 1000);
  expect(bytes.includes('/M (D:20261129')).toBe(true);
});

describe('refused, each with its reason, and nothing comes out', () => {
  const refusal = async (bytes: Buffer): Promise<unknown> =>
    signPdf(bytes, alice, person, face).catch((error: unknown) => error);
  const through = async (...args: string[]): Promise<Buffer> => {
    bench.run('qpdf', bench.write('in.pdf', await makePdf()), ...args, 'out.pdf');
    return readFileSync(`${bench.folder}/out.pdf`);
  };

  it('no PDF, cut short, damaged, encrypted', async () => {
    const plain = await makePdf(3);
    expect(await refusal(Buffer.from('PK\u0003\u0004 không phải PDF'))).toMatchObject({ code: 'pdfNotPdf' });
    expect(await refusal(plain.subarray(0, plain.length - 300))).toMatchObject({ code: 'pdfTruncated' });
    expect(await refusal(plain.subarray(0, 400))).toMatchObject({ code: 'pdfTruncated' });
    const linear = await through('--linearize');
    // The first part of a linearised file has an end mark of its own.
    for (let cut = 700; cut < linear.length; cut += 97)
      expect(await refusal(linear.subarray(0, cut)), String(cut)).toMatchObject({ code: 'pdfTruncated' });
    expect(await refusal(await through('--encrypt', '', 'chu', '256', '--'))).toMatchObject({
      code: 'pdfEncrypted',
    });
    expect(await refusal(await through('--encrypt', 'mat', 'chu', '256', '--'))).toMatchObject({
      code: 'pdfEncrypted',
    });
  });

  it('certified against every change, though not where signing is let; a dynamic form', async () => {
    const certified = async (level: number): Promise<Buffer> => {
      const doc = await PDFDocument.load(await makePdf());
      const { context } = doc;
      const reference = { TransformMethod: 'DocMDP', TransformParams: { Type: 'TransformParams', P: level } };
      const value = context.register(context.obj({ Type: 'Sig', Reference: [reference] }));
      doc.catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: value }));
      return Buffer.from(await doc.save());
    };
    expect(await refusal(await certified(1))).toMatchObject({ code: 'pdfCertified' });
    expect(await refusal(await certified(2))).toMatchObject({ field: 'Signature1' });
    const doc = await PDFDocument.load(await makePdf());
    const form = doc.context.obj({ Fields: [], XFA: PDFString.of('<xdp/>') });
    doc.catalog.set(PDFName.of('AcroForm'), form);
    expect(await refusal(Buffer.from(await doc.save({ updateFieldAppearances: false })))).toMatchObject({
      code: 'pdfDynamicForm',
    });
  });

  it('a page that is not there, a seal that is no picture', async () => {
    const appearance = { ...person.appearance, page: 9 };
    await expect(signPdf(await makePdf(), alice, { ...person, appearance }, face)).rejects.toMatchObject({
      code: 'pdfPageMissing',
    });
    const broken = { ...person.appearance, picture: Buffer.from('không phải ảnh') };
    await expect(
      signPdf(await makePdf(), alice, { ...person, appearance: broken }, face),
    ).rejects.toMatchObject({ code: 'sealImageUnfit' });
  });

  it('what was not written as it was meant is found before it is appended to anything', async () => {
    const plain = await makePdf();
    const { added, field } = await signPdf(plain, alice, person, face);
    const whole = Buffer.concat([plain, added]);
    const [made] = readSignatures(whole, await openPdf(whole, false));
    const { cms, from, to } = made!;
    const prove = (bytes: Buffer, start = plain.length) =>
      proveSignature({ start, added: bytes, field, cms, from, to });
    await expect(prove(added)).resolves.toBeUndefined();
    const unproved = (what: string) => ({ code: 'signatureUnproved', params: { what } });
    await expect(prove(added.subarray(0, -200))).rejects.toMatchObject(unproved('document'));
    // Appended to another document, its end would lead nowhere.
    await expect(prove(added, plain.length + 1000)).rejects.toMatchObject(unproved('document'));
    const other = (at: number, text: string): Buffer => {
      const copy = Buffer.from(added);
      copy.write(text, at, 'latin1');
      return copy;
    };
    await expect(prove(other(added.indexOf('/ByteRange [0 ') + 14, '7'))).rejects.toMatchObject(
      unproved('range'),
    );
    await expect(prove(other(from - plain.length + 101, '00000000'))).rejects.toMatchObject(
      unproved('contents'),
    );
  });

  it('a signature that does not prove right is thrown away', async () => {
    const lying = {
      ...alice,
      sign: (message: Buffer) => alice.sign(Buffer.concat([message, Buffer.from('x')])),
    };
    await expect(signPdf(await makePdf(), lying, person, face)).rejects.toMatchObject({
      code: 'signatureUnproved',
      params: { what: 'signature' },
    });
  });
});

describe('as NĐ 30/2020 wants it seen', () => {
  it('writes day, time and zone; the seal covers the left third of the hand; a copy’s line stands at the top right', () => {
    expect(signedAt(at)).toBe('29-11-2026 16:05:09 +07:00');
    expect(copyLines('UBND xã Mẫu', at, 'SAO Y')).toEqual([
      'SAO Y',
      'UBND xã Mẫu',
      'Thời gian ký: 29-11-2026 16:05:09 +07:00',
    ]);
    const hand = { x: 300, y: 100, width: 150, height: 60 };
    const seal = sealBeside(hand);
    expect(seal.x + seal.width).toBeCloseTo(hand.x + hand.width / 3);
    const box = copyBox({ width: 595, height: 842 }, 3);
    expect(box.x + box.width).toBeGreaterThan(560);
    expect(box.y + box.height).toBeGreaterThan(810);
  });

  it.each([0, 90, 180, 270] as const)('upright on a page turned by %d', async (degrees) => {
    const lines = copyLines('Ủy ban nhân dân xã Ksor H’Bŏt', at);
    const size = degrees % 180 === 0 ? { width: 595, height: 842 } : { width: 842, height: 595 };
    const wish: SignWish = {
      at: new Date(at),
      appearance: { page: 1, box: copyBox(size, lines.length), lines, ink: 'black', align: 'right' },
    };
    const bytes = await signWhole(await makePdf(1, false, degrees), alice, wish, face);
    const path = bench.write(`turned-${degrees}.pdf`, bytes);
    // -bbox gives places on the page as it is seen.
    const words = bench.run('pdftotext', '-bbox', path, '-');
    const found = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Thời</.exec(words);
    expect(Number(found?.[1])).toBeGreaterThan(size.width * 0.5);
    expect(Number(found?.[2])).toBeLessThan(100);
  });
});
