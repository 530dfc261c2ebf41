import { defineConfig } from '@playwright/test';

/**
 * Through the real window of the packaged application. A test that fails is tried twice more, each in a process of its own: what
 * passes only then is named as flaky in the report; a loaded machine must not bar a sound change. Files run in the order of their
 * names: a test of a minute is not called so that it comes last, when the other workers have nothing left to do.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  // One more than the cores: a test waits for a start, a lock-out or a printer a fifth of its time.
  workers: 3,
  retries: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
});
