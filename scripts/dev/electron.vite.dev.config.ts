import { isAbsolute, resolve } from 'node:path'

import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

import production from '../../electron.vite.config.ts'
import { REPLACED_PATHS, replacementOf } from './replacements.ts'

/** Puts the replacements in; fails when a module that should be replaced is none of the program's any more. */
function replaceModules(): Plugin {
  const unseen = new Set(REPLACED_PATHS)
  return {
    name: 'hoi-am:development',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (found === null || !isAbsolute(found.id)) return found
      const path = resolve(found.id)
      const instead = replacementOf(path, importer)
      if (instead === undefined) return found
      unseen.delete(path)
      return instead
    },
    buildEnd(error) {
      if (error === undefined && unseen.size > 0) {
        this.error(`Not found, so not replaced: ${[...unseen].join(', ')}`)
      }
    },
  }
}

/** As the program is built for the board, without the window, with the replacements, and never into `out/`. */
export default defineConfig({
  main: {
    ...production.main,
    plugins: [production.main?.plugins, replaceModules()],
    build: { ...production.main?.build, outDir: '.dev/main' },
  },
  preload: {
    ...production.preload,
    build: { ...production.preload?.build, outDir: '.dev/preload' },
  },
})
