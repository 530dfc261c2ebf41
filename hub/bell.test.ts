import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { openBell } from './bell.ts';
import { makeDatabase } from './testing.ts';

it('lets nobody wait for ever whom the garbage collector passes by', async () => {
  setFlagsFromString('--expose-gc');
  const withCollector = createContext();
  const database = await makeDatabase();
  const bell = openBell(database.db);
  const closing = new AbortController();
  let waiting = 5;
  const gone = Array.from({ length: waiting }, () =>
    bell.untilAdmitted('H55.1', 40, [closing.signal]).then(() => (waiting -= 1)),
  );
  while (waiting > 0) {
    runInContext('gc()', withCollector);
    await turn();
  }
  await Promise.all(gone);
  expect(waiting).toBe(0);
  const cut = bell.untilAdmitted('H55.1', 3_600_000, [closing.signal]);
  closing.abort();
  await cut;
  await bell.untilAdmitted('H55.1', 3_600_000, [closing.signal]);
  bell.close();
  await database.drop();
});
