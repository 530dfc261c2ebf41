// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';
import { bundleDriver } from './build/driver.mjs';
import { openDisplay } from './display.mjs';
import { ask, root } from './setup/run.mjs';
import { runScript, say, SetupFault } from './setup/say.mjs';
import { setUp } from './setup.mjs';
import { electronEnvironment, sandboxFlags } from './start.mjs';

const usage = 'npm run demo -- --input FILE.json --out DIR';

/** Paths are meant from where npm was called. @param {string} path */
const fromCaller = (path) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);

function readArguments() {
  const { values } = parseArgs({ options: { input: { type: 'string' }, out: { type: 'string' } } });
  if (!values.input || !values.out) throw new SetupFault(`Thiếu tham số. Cách dùng: ${usage}`);
  return { input: fromCaller(values.input), out: fromCaller(values.out) };
}

/** @param {string} file @returns {unknown} */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new SetupFault(`Không đọc được ${file}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/**
 * Names every place where the input is not what assets/demo/demo.schema.json describes, innermost first.
 * @param {unknown} input
 */
async function checkInput(input) {
  const { Validator } = await import('@cfworker/json-schema');
  const schema = JSON.parse(readFileSync(join(root, 'assets', 'demo', 'demo.schema.json'), 'utf8'));
  const { valid, errors } = new Validator(schema, '2020-12', false).validate(input);
  if (valid) return;
  const deepest = Math.max(...errors.map((one) => one.instanceLocation.split('/').length));
  const told = errors
    .filter(
      (one) =>
        one.instanceLocation.split('/').length === deepest ||
        !/"(?:properties|items|\$ref|anyOf)"/u.test(one.error),
    )
    .map((one) => `  ${one.instanceLocation.replace(/^#\/?/u, '') || '(cả tệp)'}: ${one.error}`);
  throw new SetupFault(
    `Tệp vào chưa đúng assets/demo/demo.schema.json:\n${[...new Set(told)].slice(0, 12).join('\n')}`,
  );
}

/**
 * With the files it names found beside it, wherever the demo is called from.
 * @param {import('../e2e/clerk/input.ts').IntakeInput} wish
 * @param {string} folder
 * @returns {import('../e2e/clerk/input.ts').IntakeInput}
 */
function withFilesBeside(wish, folder) {
  const { components, sign } = wish;
  return {
    ...wish,
    ...(components && {
      components: components.map((paper) => ({
        ...paper,
        ...(paper.files && { files: paper.files.map((file) => resolve(folder, file)) }),
      })),
    }),
    ...(sign && { sign: 'p12' in sign ? { ...sign, p12: resolve(folder, sign.p12) } : sign }),
  };
}

/**
 * Bundles the clerk's driver on the fly: it is TypeScript of e2e/, which is not part of the application.
 * @param {string} folder
 * @returns {Promise<typeof import('../e2e/demo/run.ts')>}
 */
async function loadDriver(folder) {
  return import(await bundleDriver('e2e/demo/run.ts', join(folder, 'demo.mjs')));
}

/**
 * Exports and verifies the journal with the application's own tool, the password on its standard input.
 * @param {{ data: string, username: string, password: string, file: string }} wish
 */
function exportJournal({ data, username, password, file }) {
  const tool = join(root, 'out', 'tools', 'verify-journal.mjs');
  const args = [tool, '--data', data, '--clerk', username, '--export', file, '--json'];
  const { ok, stdout, stderr } = ask(process.execPath, args, { input: `${password}\n` });
  if (!ok || !existsSync(file)) throw new Error(`verify-journal: ${stderr.trim() || stdout.trim()}`);
  return JSON.parse(stdout);
}

await runScript(async () => {
  const { input, out } = readArguments();
  const wish = readJson(input);
  const { runtime } = await setUp();
  await checkInput(wish);
  await buildAll();
  const folder = join(root, '.cache', `demo-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const display = await openDisplay({ always: true });
  try {
    const { runDemo } = await loadDriver(folder);
    const report = await runDemo({
      input: withFilesBeside(
        /** @type {import('../e2e/clerk/input.ts').IntakeInput} */ (wish),
        dirname(input),
      ),
      out,
      executable: runtime.path,
      appFolder: root,
      sandbox: sandboxFlags(runtime.path),
      env: electronEnvironment(display.env),
      exportJournal,
    });
    if (report.outcome === 'accepted') {
      say(`Đã tiếp nhận ${report.dossier?.code ?? ''}; kết quả ở ${out}`);
      return 0;
    }
    if (report.refusal !== null) {
      const { code, field, message } = report.refusal;
      process.stderr.write(`Không tiếp nhận được: ${message}\n(${field}, ${code})\n`);
      return 2;
    }
    process.stderr.write(`Hỏng ở bước ${report.failure?.step ?? ''}: ${report.failure?.message ?? ''}\n`);
    return 1;
  } finally {
    display.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
