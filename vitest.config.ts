import { defineConfig } from 'vitest/config'

/** Tests of what only exists once it is built: pages in a browser, processes that are killed. */
const BUILT = ['**/*.browser.test.{ts,tsx}', '**/*.process.test.ts', 'docs/budgets.test.ts']
const OUTSIDE = ['**/node_modules/**', '**/dist/**', 'data/**']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // One more than two cores: the tests of killed processes wait more than they compute.
    maxWorkers: 3,
    pool: 'forks',
    // No module has effects of its own, so files may share them: a third of the time was loading them anew.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...OUTSIDE, ...BUILT],
          testTimeout: 60_000,
          // A machine that stalls for a minute is no fault of the code; a fault fails twice.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: BUILT,
          exclude: OUTSIDE,
          globalSetup: ['server/node/build/build-for-tests.ts'],
          testTimeout: 120_000,
          retry: 2,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
