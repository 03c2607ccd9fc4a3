import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

import { publicKeyOf } from './src/main/electron/updates/signature.ts'

const updateKey = process.env['HOI_AM_UPDATE_KEY'] ?? ''
if (updateKey !== '' && publicKeyOf(updateKey) === null) {
  throw new Error(
    'HOI_AM_UPDATE_KEY is not an Ed25519 public key: 32 bytes in base64 (docs/updates.md).',
  )
}

/** Only for the workflow that installs a package and starts it; never for what is given to people. */
const hasSelfTest = process.env['HOI_AM_SELF_TEST'] === '1'

export default defineConfig({
  main: {
    // The key updates are proved by; a build without one has no updates.
    define: { __HOI_AM_UPDATE_KEY__: JSON.stringify(updateKey) },
    build: {
      rolldownOptions: {
        input: {
          index: hasSelfTest ? 'src/main/electron/self-test/entry.ts' : 'src/main/index.ts',
          serve: 'src/main/serve.ts',
          'core-process': 'src/main/core-process.ts',
          'reader-process': 'src/main/reader-process.ts',
          'reading-thread': 'src/main/reader/reading-thread.ts',
          'typeset-worker': 'src/main/letters/typeset-worker.ts',
          'argon-worker': 'src/main/vault/argon-worker.ts',
          'copy-worker': 'src/main/copies/copy-worker.ts',
          'place-worker': 'src/main/second-place/place-worker.ts',
        },
        output: {
          // Entries and chunks lie side by side, so that a path relative to `import.meta.url`
          // (another entry, ../../resources) holds whichever file the code ends up in.
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can load neither ES modules nor packages: one self-contained CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [vue()],
    build: { rolldownOptions: { input: 'src/renderer/index.html' }, minify: true },
  },
})
