import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { STEADY_WRAPPERS } from './src/main/common/core-config.ts'
import { filesWithOwnProcess } from './test/setup/own-process.ts'
import { quickFolder } from './test/setup/quick-folder.ts'

// Set before a worker is forked: every process of the run inherits the zone.
process.env['TZ'] = 'UTC'

/** Boards of tests live in memory where there is plenty; whole packages, which are large, do not. */
const env = { TMPDIR: quickFolder() }

/** Files that are neither functions nor components: each has a project below. */
const NOT_UNIT = [
  'test/**/*.{db,packaging,shell,long}.test.ts',
  'test/e2e/**',
  'test/**/fixtures/**',
]
const unitAlone = filesWithOwnProcess('.test.ts')

const unit = {
  env,
  environment: 'node',
  setupFiles: ['test/setup/known-passwords.ts', 'test/setup/end-of-file.ts'],
  // Naive UI's ESM build is only complete when its imports are resolved by Vite.
  server: { deps: { inline: ['naive-ui', 'vueuc'] } },
  sequence: { groupOrder: 0 },
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Many boards in one process, each with a thread of Typst: the core's own guard against a double free in V8.
    execArgv: [STEADY_WRAPPERS],
    // Not a measure of anything: only what hangs should end, also on a machine with much else to do.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        plugins: [vue()],
        test: {
          ...unit,
          name: 'unit',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...NOT_UNIT, ...unitAlone],
        },
      },
      {
        extends: true,
        // Component tests opt in to a DOM with `// @vitest-environment happy-dom`.
        plugins: [vue()],
        test: { ...unit, name: 'unit-alone', include: unitAlone, exclude: NOT_UNIT },
      },
      {
        extends: true,
        test: {
          name: 'db',
          env,
          environment: 'node',
          isolate: false,
          include: ['test/**/*.db.test.ts'],
          setupFiles: ['test/setup/known-passwords.ts', 'test/setup/end-of-file.ts'],
          globalSetup: ['test/setup/postgres.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          env,
          environment: 'node',
          include: ['test/e2e/**/*.e2e.test.ts'],
          globalSetup: ['test/setup/browser.ts'],
          // A whole browser and a whole core per file: side by side they would starve each other.
          fileParallelism: false,
          testTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'shell',
          env,
          environment: 'node',
          include: ['test/shell/*.shell.test.ts'],
          globalSetup: ['test/setup/shell.ts'],
          // A whole program, its core and a browser per file, as above.
          fileParallelism: false,
          testTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          // Boards that take minutes to make: `npm run test:long`, never in `npm test`.
          name: 'long',
          environment: 'node',
          include: ['test/**/*.long.test.ts'],
          globalSetup: ['test/setup/shell.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          sequence: { groupOrder: 5 },
        },
      },
      {
        extends: true,
        test: {
          name: 'packaging',
          environment: 'node',
          include: ['test/packaging/*.packaging.test.ts'],
          globalSetup: ['test/setup/built.ts'],
          // Each builds or packs the whole program: one after the other, alone on the machine.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
