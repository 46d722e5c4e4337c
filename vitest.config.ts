import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,policies,services,apps,scripts,bench,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/each.ts'],
    pool: 'forks',
    // A worker that goes on from file to file imports the kernel once, not two hundred times: a third less processor time.
    isolate: false,
    maxWorkers: 2,
    // What ends a test that hangs, and says nothing of one that is slow: the machine may be busy with something else.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
