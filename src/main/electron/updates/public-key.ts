import type { KeyObject } from 'node:crypto'

import { publicKeyOf } from './signature.ts'

/** Set by the build from HOI_AM_UPDATE_KEY (electron.vite.config.ts); a program run from its sources has none. */
declare const __HOI_AM_UPDATE_KEY__: string | undefined

/** The key updates of this build are proved by; null when it was built without one, and then has no updates. */
export function builtInKey(): KeyObject | null {
  const text = typeof __HOI_AM_UPDATE_KEY__ === 'undefined' ? '' : __HOI_AM_UPDATE_KEY__
  return text === '' ? null : publicKeyOf(text)
}
