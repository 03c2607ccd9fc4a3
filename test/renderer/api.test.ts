/** What a page asks for while somebody signs out at it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let asked: string[]
let answerSignOut: PromiseWithResolvers<unknown>

/** The api as a page that was just opened has it, over a bridge that answers everything at once but the sign-out. */
function freshApi() {
  vi.resetModules()
  return import('#renderer/api.ts')
}

beforeEach(() => {
  asked = []
  answerSignOut = Promise.withResolvers()
  const hoiAm = {
    request: async (route: string) => {
      asked.push(route)
      return route.startsWith('session.signOut') ? answerSignOut.promise : { ok: true, data: null }
    },
    on: () => () => undefined,
  }
  vi.stubGlobal('window', { hoiAm })
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return new Response('PDF')
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('while somebody signs out', () => {
  it('a preview is given up before its ticket is fetched, and nothing more is asked of the core', async () => {
    const { call, download, leaveBy } = await freshApi()
    await download('a-ticket')
    void leaveBy('session.signOut')
    await expect(download('a-later-ticket')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(call('session.current', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(asked).toEqual(['/files/a-ticket', 'session.signOut'])
  })

  it('the host is still asked for the page that comes next', async () => {
    const { call, leaveBy } = await freshApi()
    void leaveBy('session.signOutEverywhere')
    await call('host.newPage', {}).catch(() => undefined)
    expect(asked).toEqual(['session.signOutEverywhere', 'host.newPage'])
  })

  it('a sign-out that fails gives the page back', async () => {
    const { download, leaveBy } = await freshApi()
    const left = leaveBy('session.signOut')
    answerSignOut.resolve({ ok: false, error: { code: 'CORE_RESTARTED' } })
    await expect(left).rejects.toMatchObject({ code: 'CORE_RESTARTED' })
    await download('a-ticket')
    expect(asked).toEqual(['session.signOut', '/files/a-ticket'])
  })
})
