import { hostRoutes } from '#shared/contract/host.ts'

import { ability, type HostAbilities } from '../window-dispatch.ts'
import type { Closing } from './closing.ts'
import { fileAbilities, type FileParts } from './file-abilities.ts'
import type { PageFlush } from './page-flush.ts'

export type ShellParts = FileParts &
  Readonly<{
    closing: Pick<Closing, 'leaveCopy'>
    flush: Pick<PageFlush, 'answered'>
    platform: NodeJS.Platform
  }>

/** What the Electron shell answers by itself. */
export function electronAbilities(shell: ShellParts): HostAbilities {
  const { closing, flush, platform } = shell
  return {
    'host.info': ability(hostRoutes['host.info'], () => ({
      ok: true,
      data: { kind: 'electron' as const, platform },
    })),
    ...fileAbilities(shell),
    'host.readyToClose': ability(hostRoutes['host.readyToClose'], () => {
      flush.answered()
      return HEARD
    }),
    'host.leaveCopy': ability(hostRoutes['host.leaveCopy'], () => {
      closing.leaveCopy()
      return HEARD
    }),
  }
}

const HEARD = { ok: true, data: { heard: true } } as const
