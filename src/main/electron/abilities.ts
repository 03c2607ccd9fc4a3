import { hostRoutes } from '#shared/contract/host.ts'

import { ability, type HostAbilities } from '../window-dispatch.ts'
import { fileAbilities, type FileParts } from './file-abilities.ts'

export type ShellParts = FileParts & Readonly<{ platform: NodeJS.Platform }>

/** What the Electron shell answers by itself. */
export function electronAbilities(shell: ShellParts): HostAbilities {
  const { platform } = shell
  return {
    'host.info': ability(hostRoutes['host.info'], () => ({
      ok: true,
      data: { kind: 'electron' as const, platform },
    })),
    ...fileAbilities(shell),
  }
}
