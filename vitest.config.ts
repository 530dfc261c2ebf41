import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,main,renderer,hub,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['hub/testing-cluster.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A loaded machine may fail a test of processes and files once: what fails twice has failed.
    retry: 1,
    pool: 'forks',
    // The tests mock no module, so one process serves many files; a fresh one each costs a fifth of the whole.
    isolate: false,
    // Many short objects: with room for more of them V8 collects less often.
    poolOptions: { forks: { minForks: 1, maxForks: 2, execArgv: ['--max-semi-space-size=64'] } },
  },
});
