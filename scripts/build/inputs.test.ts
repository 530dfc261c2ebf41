import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOfFiles, sourceFiles } from './inputs.mjs';
import { entryPoints } from './main-process.mjs';
import { firstLoads } from './renderer.mjs';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'inputs-'));
  mkdirSync(join(base, 'main', 'tools'), { recursive: true });
  for (const name of [
    'main/index.ts',
    'main/index.test.ts',
    'main/tools/a.ts',
    'main/.swp',
    'main/notes.md',
  ]) {
    writeFileSync(join(base, name), name);
  }
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

const hash = () => hashOfFiles(base, sourceFiles(base, 'main'));

describe('whether anything that is built has changed', () => {
  it('looks at sources, not at tests, notes or an editor’s files', () => {
    expect(sourceFiles(base, 'main')).toEqual(['main/index.ts', 'main/tools/a.ts']);
    expect(sourceFiles(base, 'absent')).toEqual([]);
    const before = hash();
    writeFileSync(join(base, 'main/index.test.ts'), 'other');
    expect(hash()).toBe(before);
  });
  it('sees a changed, a renamed and a new file', () => {
    const seen = new Set([hash()]);
    writeFileSync(join(base, 'main/index.ts'), 'other');
    seen.add(hash());
    renameSync(join(base, 'main/index.ts'), join(base, 'main/entry.ts'));
    seen.add(hash());
    writeFileSync(join(base, 'main/empty.ts'), '');
    seen.add(hash());
    expect(seen.size).toBe(4);
  });
});

describe('entryPoints', () => {
  it('gives the entry, preloads, processes and tools a file each, and nothing else', () => {
    const files = [
      'index',
      'preload',
      'kiosk-preload',
      'ipc',
      'vault/backup.process',
      'tools/verify-journal',
    ];
    expect(entryPoints(files.map((name) => `main/${name}.ts`))).toEqual({
      main: {
        index: 'main/index.ts',
        preload: 'main/preload.ts',
        'kiosk-preload': 'main/kiosk-preload.ts',
        backup: 'main/vault/backup.process.ts',
      },
      tools: { 'verify-journal': 'main/tools/verify-journal.ts' },
    });
  });
  it('refuses two sources for one file', () => {
    expect(() => entryPoints(['main/index.ts', 'main/vault/index.process.ts'])).toThrow('main/index.cjs');
  });
});

describe('firstLoads', () => {
  it('weighs what a page needs at once, not what it loads later', () => {
    const chunk = (fileName: string, imports: string[], css: string[], isEntry = false) =>
      ({
        type: 'chunk',
        fileName,
        name: fileName.replace('.js', ''),
        isEntry,
        code: fileName.repeat(1000),
        imports,
        dynamicImports: ['later.js'],
        viteMetadata: { importedCss: new Set(css) },
      }) as never;
    const style = { type: 'asset', fileName: 'a.css', source: 'p{}' } as never;
    const pages = firstLoads([
      chunk('index.js', ['shared.js'], ['a.css'], true),
      chunk('shared.js', ['index.js'], []),
      chunk('later.js', [], []),
      style,
    ]);
    const index = pages['index']!;
    expect(index.files.map((one) => one.file)).toEqual(['index.js', 'shared.js', 'a.css']);
    expect(index.gzip).toBe(index.js + index.css);
    expect(index.js).toBeLessThan(1000);
  });
});
