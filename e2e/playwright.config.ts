import { defineConfig } from '@playwright/test';

const long = ['power-cut.spec.ts', 'token.spec.ts', 'axe-acts.spec.ts', 'full-day.spec.ts'];

/**
 * Through the real window of the packaged application. A test that fails is tried twice more, each in a process of its own: what
 * passes only then is named as flaky in the report; a loaded machine must not bar a sound change.
 */
export default defineConfig({
  testDir: '.',
  // The longest first, so that at the end nobody waits for one of them alone.
  projects: [
    { name: 'long', testMatch: long },
    { name: 'short', testMatch: '*.spec.ts', testIgnore: long },
  ],
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
