import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,policies,services,apps,scripts,bench,test}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
