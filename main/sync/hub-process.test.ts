import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { freePort } from '../../hub/local-database.ts';
import { makeHub } from '../../hub/testing.ts';
import type { TestHub } from '../../hub/testing.ts';
import { acceptSample, readySample } from '../testing-intake.ts';
import { startProcess } from '../vault/testing-process.ts';
import { closeLine, joinHub, level, openLineDesk } from './testing-line.ts';

// A hub as its administrators run and watch it: the process, what it writes down, what it tells of itself, and how it ends.

let hub: TestHub;
beforeAll(async () => {
  hub = await makeHub();
});
afterAll(() => hub.drop());

const logLine = z.looseObject({ level: z.number(), time: z.number(), msg: z.string() });
const answered = z.looseObject({
  msg: z.literal('request completed'),
  res: z.object({ status: z.number() }),
});

it('writes down what it does and nothing of a citizen, says how it stands, and ends when it is told to', async () => {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = await startProcess('hub/index.ts', [], {
    DATABASE_URL: hub.url,
    HUB_DATA: hub.folder,
    HUB_KEY_FILE: hub.keyFile,
    HUB_PORT: port,
    HUB_LOG: 'info',
    HUB_HEADERS_SECONDS: '1',
  });
  const lines: string[] = [];
  if (child.stdout) createInterface(child.stdout).on('line', (line) => lines.push(line));
  const desk = await openLineDesk(1, 'H83.1');
  await joinHub({ ...hub, hub: { url } }, desk);
  const form = await readySample(desk);
  const { code } = await acceptSample(desk, form);
  await level(hub, [desk]);

  const told = await fetch(`${url}/tra-cuu`, { method: 'POST', body: new URLSearchParams({ scan: code }) });
  expect(await told.text()).toContain(code);
  // What cannot be read is answered, and not quoted either.
  const broken = await fetch(`${url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"name": ${form.submitter.name}`,
  });
  expect(broken.status).toBe(400);
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ state: 'ok' });
  const figures = await (await fetch(`${url}/metrics`)).text();
  for (const figure of ['hub_rows_total{step="admitted"} ', 'hub_pushes_total{result="kept"} '])
    expect(figures).toMatch(new RegExp(`^${figure.replace(/[{}]/gu, '\\$&')}[1-9]`, 'mu'));
  expect(figures).toMatch(/^hub_desks 1$/mu);

  await closeLine(desk);
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  const written = lines.filter((line) => line.startsWith('{')).map((line) => logLine.parse(JSON.parse(line)));
  expect(written.filter((line) => answered.safeParse(line).success).length).toBeGreaterThan(5);
  const { name, idNumber, phone, address } = form.submitter;
  for (const secret of [code, name, idNumber, phone, address]) expect(lines.join('\n')).not.toContain(secret);
});
