// @ts-check
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../setup/run.mjs';

/**
 * What one page loads before it can show anything: its own script, what that imports statically, and their styles. Bytes;
 * `gzip` at level 9. What is imported lazily, and fonts, are not in it.
 * @typedef {{ files: { file: string, bytes: number, gzip: number }[], js: number, css: number, gzip: number }} FirstLoad
 */

/**
 * @param {readonly (import('vite').Rollup.OutputChunk | import('vite').Rollup.OutputAsset)[]} output
 * @returns {Record<string, FirstLoad>} by page name
 */
export function firstLoads(output) {
  const byName = new Map(output.map((item) => [item.fileName, item]));
  /** @type {Record<string, FirstLoad>} */
  const pages = {};
  for (const entry of output) {
    if (entry.type !== 'chunk' || !entry.isEntry) continue;
    /** @type {Set<string>} */
    const seen = new Set();
    const visit = (/** @type {string} */ name) => {
      const item = byName.get(name);
      if (item === undefined || seen.has(name)) return;
      seen.add(name);
      if (item.type === 'chunk') {
        for (const next of [...item.imports, ...(item.viteMetadata?.importedCss ?? [])]) visit(next);
      }
    };
    visit(entry.fileName);
    const files = [...seen].map((file) => {
      const item = byName.get(file);
      const bytes = Buffer.from(item === undefined ? '' : item.type === 'chunk' ? item.code : item.source);
      return { file, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    });
    const sum = (/** @type {(file: string) => boolean} */ keep) =>
      files.reduce((total, { file, gzip }) => total + (keep(file) ? gzip : 0), 0);
    pages[entry.name] = {
      files,
      js: sum((file) => file.endsWith('.js')),
      css: sum((file) => file.endsWith('.css')),
      gzip: sum(() => true),
    };
  }
  return pages;
}

/**
 * The first screen's letters are asked for while its script is still being read: found by their style sheet alone they come only when the
 * screen stands, and a screen without letters cannot be used.
 * @type {import('vite').Plugin}
 */
const earlyFonts = {
  name: 'early-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /\/be-vietnam-pro-.*\.woff2$/u.test(file))
        .map((file) => ({
          tag: 'link',
          injectTo: 'head',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: true },
        })),
  },
};

/**
 * Builds every page of renderer/ (each `renderer/NAME.html`) and writes the sizes of their first loads to bundle.json.
 * Throws when code that must stay in the main process has come in.
 * @param {string} out
 */
export async function buildRenderer(out) {
  const { build } = await import('vite');
  const folder = join(root, 'renderer');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  if (pages.length === 0) throw new Error('renderer/index.html is not there: nothing to show');
  const result = await build({
    configFile: false,
    root: folder,
    // The application's own protocol serves the pages, wherever they lie.
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [earlyFonts],
    esbuild: { jsx: 'automatic', legalComments: 'none' },
    build: {
      outDir: join(out, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: 'hidden',
      // The content security policy allows neither inline scripts nor data: URLs.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1500,
      rollupOptions: {
        // Components name the side they run on, for a framework we do not use; some say so in maps that do not fit.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warning.code !== 'SOURCEMAP_ERROR') warn(warning);
        },
        input: Object.fromEntries(pages.map((page) => [basename(page, '.html'), join(folder, page)])),
      },
    },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  refuseForeignCode(output);
  writeFileSync(join(out, 'bundle.json'), `${JSON.stringify({ pages: firstLoads(output) }, null, 2)}\n`);
}

/**
 * The counter must not carry the cabinet's code, nor the validator that is twice as heavy as its first screen.
 * @param {readonly (import('vite').Rollup.OutputChunk | import('vite').Rollup.OutputAsset)[]} output
 */
function refuseForeignCode(output) {
  for (const chunk of output) {
    if (chunk.type !== 'chunk') continue;
    for (const [id, module] of Object.entries(chunk.modules)) {
      if (module.renderedLength > 0 && /\/node_modules\/(?:zod|electron|@signalapp)\//u.test(id)) {
        throw new Error(
          `The renderer has taken in ${id}: import types only from the contract (docs/setup.md).`,
        );
      }
    }
  }
}
