import type { Result } from '#shared/protocol/envelope.ts'
import { hostRoutes } from '#shared/contract/host.ts'

import { ability, type HostAbilities } from '../host/window-dispatch.ts'

/** What the browser host does itself: nothing. There the browser saves, prints and finds. */
export function browserAbilities(platform: NodeJS.Platform): HostAbilities {
  return {
    'host.info': ability(hostRoutes['host.info'], () => ({
      ok: true,
      data: { kind: 'browser' as const, platform },
    })),
    'host.saveFile': ability(hostRoutes['host.saveFile'], refuse),
    'host.unpackFile': ability(hostRoutes['host.unpackFile'], refuse),
    'host.readyToClose': ability(hostRoutes['host.readyToClose'], refuse),
    'host.leaveCopy': ability(hostRoutes['host.leaveCopy'], refuse),
    'host.showSaved': ability(hostRoutes['host.showSaved'], refuse),
    'host.openLog': ability(hostRoutes['host.openLog'], refuse),
    'host.copySupport': ability(hostRoutes['host.copySupport'], refuse),
    'host.chooseDataFolder': ability(hostRoutes['host.chooseDataFolder'], refuse),
    'host.chooseFolder': ability(hostRoutes['host.chooseFolder'], refuse),
    'host.newPage': ability(hostRoutes['host.newPage'], refuse),
    'host.focus': ability(hostRoutes['host.focus'], refuse),
    'host.menu': ability(hostRoutes['host.menu'], refuse),
    'host.appearance': ability(hostRoutes['host.appearance'], refuse),
    'host.find': ability(hostRoutes['host.find'], refuse),
    'host.findEnd': ability(hostRoutes['host.findEnd'], refuse),
    'host.printers': ability(hostRoutes['host.printers'], refuse),
    // Whoever runs the server brings it up to date.
    'host.updateState': ability(hostRoutes['host.updateState'], refuse),
    'host.updateCheck': ability(hostRoutes['host.updateCheck'], refuse),
    'host.updateDownload': ability(hostRoutes['host.updateDownload'], refuse),
    'host.updateStop': ability(hostRoutes['host.updateStop'], refuse),
    'host.updateInstall': ability(hostRoutes['host.updateInstall'], refuse),
  }
}

async function refuse(): Promise<Extract<Result<never>, { ok: false }>> {
  return {
    ok: false,
    error: { code: 'NOT_ALLOWED', issues: [{ path: '', code: 'NOT_IN_BROWSER_HOST' }] },
  }
}
