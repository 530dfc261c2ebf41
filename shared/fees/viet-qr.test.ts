import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { transferText, vietQr } from './viet-qr.ts';

const account = { bin: '970405', number: '8500201000123', holder: 'TRUNG TAM PVHCC XA MAU' };

/** EMVCo's TLV read by itself, not by the module that wrote it. */
const readTlv = (text: string): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (let rest = text; rest !== '';) {
    const head = /^(\d\d)(\d\d)/.exec(rest) ?? expect.fail(`no field at ${rest}`);
    const length = Number(head[2]);
    expect(rest.length).toBeGreaterThanOrEqual(4 + length);
    fields[head[1] ?? ''] = rest.slice(4, 4 + length);
    rest = rest.slice(4 + length);
  }
  return fields;
};

/** CRC-16/CCITT-FALSE by table: another way than the one under test. */
const tableCrc = (text: string): string => {
  const table = Array.from({ length: 256 }, (_, byte) => {
    let value = BigInt(byte) << 8n;
    for (let bit = 0; bit < 8; bit += 1)
      value = (value & 0x8000n) === 0n ? value << 1n : (value << 1n) ^ 0x1021n;
    return value & 0xffffn;
  });
  let sum = 0xffffn;
  for (const byte of Buffer.from(text, 'ascii'))
    sum = ((sum << 8n) & 0xffffn) ^ (table[Number((sum >> 8n) ^ BigInt(byte)) & 0xff] ?? 0n);
  return sum.toString(16).toUpperCase().padStart(4, '0');
};

describe('a VietQR', () => {
  it('is NAPAS’s fields in EMVCo’s form, with the sum of all before it', () => {
    // The check value of CRC-16/CCITT-FALSE.
    expect(tableCrc('123456789')).toBe('29B1');
    for (const amount of [1_000, 16_000, 34_000, 1_000_000_000_000]) {
      const text = vietQr(account, 'H55.242-261123-0007', amount);
      const fields = readTlv(text);
      expect(fields).toMatchObject({ '00': '01', '01': '12', '53': '704', '54': String(amount), '58': 'VN' });
      const merchant = readTlv(fields['38'] ?? '');
      expect(merchant).toMatchObject({ '00': 'A000000727', '02': 'QRIBFTTA' });
      expect(readTlv(merchant['01'] ?? '')).toEqual({ '00': '970405', '01': '8500201000123' });
      expect(readTlv(fields['62'] ?? '')).toEqual({ '08': 'H552422611230007' });
      expect(fields['63']).toBe(tableCrc(text.slice(0, -4)));
      expect(text.slice(-8, -4)).toBe('6304');
    }
  });

  it('is read back whole from its picture by a scanner that is not ours', () => {
    const text = vietQr(account, 'H55.242-261123-0007', 16_000);
    const { data, size } = encode(text, { ecc: 'M', border: 4 });
    const scale = 4;
    const rows = data.flatMap((row) =>
      Array.from({ length: scale }, () =>
        row.flatMap((dark) => Array<number>(scale).fill(dark ? 1 : 0)).join(''),
      ),
    );
    const folder = mkdtempSync(join(tmpdir(), 'viet-qr-'));
    try {
      const image = join(folder, 'code.pbm');
      const side = size * scale;
      writeFileSync(image, `P1\n${side} ${side}\n${rows.join('\n')}\n`);
      expect(execFileSync('zbarimg', ['-q', '--raw', image], { encoding: 'utf8' }).trim()).toBe(text);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([0, -1, 0.5, NaN, 1e13])('is never made for %d đồng', (amount) => {
    expect(() => vietQr(account, 'H55.242-261123-0007', amount)).toThrow(RangeError);
  });
});

describe('the transfer text', () => {
  it.each([
    ['H55.242-261123-0007', 'H552422611230007'],
    // 20 signs: the day and the number at its end tell dossiers apart.
    ['000.17.22.H56-210531-0001', '001722H562105310001'],
    ['h55.242.1-261123-0007', 'H5524212611230007'],
  ])('of %s is %s', (code, text) => {
    expect(transferText(code)).toBe(text);
    expect(transferText(code).length).toBeLessThanOrEqual(19);
  });
});
