import { defineConfig } from 'vitest/config';

/**
 * Tests of pure functions: they leave nothing behind, so that their files may share what they load. The language model
 * and the vocabulary take longer to load than most of them to run.
 */
const PURE = [
  'cases',
  'claims',
  'core',
  'docs',
  'documents',
  'exchange',
  'law',
  'ledger',
  'model',
  'report',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
});
