// @ts-check
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './setup/packages.mjs';
import { root, runToEnd } from './setup/run.mjs';
import { runScript } from './setup/say.mjs';

// `npm run soak [-- --seconds 600] [--seed N]`: the tests of the line for as long as one likes. Three desks and a province in any order;
// a push cut at every single one of its bytes. A run names its seed: the same story is told again with it.
await runScript(async () => {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '600' }, seed: { type: 'string' } },
  });
  await installPackages(root);
  return runToEnd(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--retry=0',
      'main/sync/any-order.test.ts',
      'main/sync/faults.test.ts',
    ],
    {
      env: {
        ...process.env,
        SOAK_SECONDS: values.seconds,
        ...(values.seed === undefined ? {} : { SOAK_SEED: values.seed }),
      },
    },
  );
});
