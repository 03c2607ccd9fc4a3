import type { AppServer } from './app-server.ts'
import { chromium } from './chromium.ts'
import type { Session } from './session.ts'

/** Electron's names of permissions, and what the DevTools protocol calls them. */
const PERMISSIONS = [
  ['notifications', 'notifications'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
] as const

/** Sets in Chromium what the program answers for its own page; a page asks Chromium, which then asks nobody. */
export async function grantPermissions(
  session: Session,
  { origin, toApp }: AppServer,
): Promise<void> {
  const { root } = await chromium()
  for (const [permission, name] of PERMISSIONS) {
    const granted = await session.grants(permission, toApp(`${origin}/`))
    const setting = granted ? 'granted' : 'denied'
    await root.send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}
