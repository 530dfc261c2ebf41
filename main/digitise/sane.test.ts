import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from './sane-options.ts';
import { listSane, scanSane } from './sane.ts';

describe('a scanner (SANE’s own test device)', () => {
  const collect = async (source: string, signal = new AbortController().signal) => {
    const sheets: string[] = [];
    const take = (file: string) => {
      sheets.push(createHash('sha256').update(readFileSync(file)).digest('hex'));
      return Promise.resolve();
    };
    await scanSane({ scanner: 'test:0', source, take, signal });
    return sheets;
  };

  it('is listed with where it takes paper from', async () => {
    const config = mkdtempSync(join(tmpdir(), 'quay-sane-'));
    writeFileSync(join(config, 'dll.conf'), 'test\n');
    process.env['SANE_CONFIG_DIR'] = config;
    try {
      expect(await listSane()).toContainEqual(
        expect.objectContaining({ id: 'test:0', sources: ['Flatbed', 'Automatic Document Feeder'] }),
      );
    } finally {
      delete process.env['SANE_CONFIG_DIR'];
      rmSync(config, { recursive: true });
    }
  });

  it('gives one sheet from the glass, in colour at 200 dpi', async () => {
    let told = '';
    const take = (file: string) => {
      told = execFileSync('file', ['-b', file], { encoding: 'utf8' });
      return Promise.resolve();
    };
    await scanSane({ scanner: 'test:0', source: 'Flatbed', take, signal: new AbortController().signal });
    expect(told).toMatch(/JPEG.*density 200x200.*components 3/u);
  });

  it('empties a feeder', async () => {
    expect(await collect('Automatic Document Feeder')).toHaveLength(10);
  });

  it('says what is wrong in words of its own', async () => {
    const gone = scanSane({
      scanner: 'nowhere:0',
      source: '',
      take: () => Promise.resolve(),
      signal: new AbortController().signal,
    });
    await expect(gone).rejects.toMatchObject({ code: 'scannerGone' });
  });

  it('stops when told', async () => {
    const stop = new AbortController();
    const scan = collect('Automatic Document Feeder', stop.signal);
    stop.abort();
    await expect(scan).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('reads the option list of devices that count in words or with units', () => {
    const options = readOptions(
      [
        '    --mode Lineart|Gray|24bit Color[Fast] [Lineart]',
        '    --resolution 75|150|300|600dpi [75]',
        '    --source ADF Front|Flatbed [Flatbed]',
        '    --depth 8|16 [inactive]',
        '    -x 0..215.9mm (in steps of 0.1) [215.9]',
      ].join('\n'),
    );
    expect(options.get('resolution')?.choices).toEqual(['75', '150', '300', '600']);
    expect(options.get('source')?.choices).toEqual(['ADF Front', 'Flatbed']);
    expect(options.get('x')?.range).toEqual({ from: 0, to: 215.9 });
    expect(options.has('depth')).toBe(false);
  });
});
