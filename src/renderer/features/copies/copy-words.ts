import { translate } from '#renderer/i18n/index.ts'
import type { KeptCopy } from '#shared/contract/copies.ts'

/** In what state a copy is, in words. */
export function copyState({ state, lost }: KeptCopy): string {
  return translate(`snapshots.state.${state}`, { n: lost }, lost)
}
