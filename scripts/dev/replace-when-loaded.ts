import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { replacementOf } from './replacements.ts'

/** Loaded with `node --import` before the browser host, and by its flags before its core: puts the replacements in. */
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (!found.url.startsWith('file:')) return found
    const importer = context.parentURL?.startsWith('file:')
      ? fileURLToPath(context.parentURL)
      : undefined
    const instead = replacementOf(fileURLToPath(found.url), importer)
    return instead === undefined ? found : { ...found, url: pathToFileURL(instead).href }
  },
})

// On Windows no signal can ask a process for an orderly end. The host's line to `npm run dev` breaking off means the
// same everywhere, also when that one was killed. The core has such a line too, and listens to it by itself.
process.once('disconnect', () => process.emit('SIGTERM', 'SIGTERM'))
