import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,main,renderer,hub,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A loaded machine may fail a test of processes and files once: what fails twice has failed.
    retry: 1,
    pool: 'forks',
  },
});
