import type { Page } from 'playwright-core'

/** What a page of the browser host is given to believe that it stands in Electron. Runs in the page. */
type FindWindow = Omit<Window, 'hoiAm'> & {
  hoiAm: unknown
  /** Answers the searches asked for until now; each waits for it. */
  answerFind: () => void
  /** How many searches wait. */
  waiting: () => number
  menu: (command: string) => void
  find: (text: string) => boolean
}

/**
 * Puts a bridge into the page that asks the core over HTTP and answers the shell's routes itself: it finds with
 * Chromium's own search (`window.find`, which leaves out what `findInPage` leaves out), when the test says so.
 */
export async function standInElectron(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const window = globalThis as unknown as FindWindow
    const listeners = new Set<(event: unknown) => void>()
    let held: (() => void)[] = []

    function count(text: string): number {
      getSelection()?.removeAllRanges()
      let found = 0
      while (found < 1000 && window.find(text)) found += 1
      getSelection()?.removeAllRanges()
      return found
    }

    async function answer(route: string, body: string): Promise<unknown> {
      if (route === 'host.info') return { kind: 'electron', platform: 'win32' }
      if (route !== 'host.find') return null
      const { text } = JSON.parse(body) as { text: string }
      const places = count(text)
      await new Promise<void>((resolve) => held.push(resolve))
      return { current: Math.min(1, places), count: places }
    }

    window.waiting = () => held.length
    window.answerFind = () => {
      for (const resolve of held) resolve()
      held = []
    }
    window.menu = (command) => {
      for (const listener of listeners) listener({ type: 'menu', command })
    }
    window.hoiAm = {
      on: (listener: (event: unknown) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      request: async (route: string, bytes: Uint8Array) => {
        const body = new TextDecoder().decode(bytes)
        if (route.startsWith('host.')) return { ok: true, data: await answer(route, body) }
        const headers = {
          'Content-Type': 'application/json',
          'X-Hoi-Am-Window': window.localStorage.getItem('hoi-am-window') ?? '',
        }
        const response = await fetch(`/api/${route}`, { method: 'POST', headers, body })
        const renewed = response.headers.get('X-Hoi-Am-Window')
        if (renewed !== null) window.localStorage.setItem('hoi-am-window', renewed)
        return response.json()
      },
    }
  })
  await page.reload()
}

/** Chooses a command as the menu bar does. */
export async function chooseInMenu(page: Page, command: string): Promise<void> {
  await page.evaluate((name) => (globalThis as unknown as FindWindow).menu(name), command)
}

/** Waits until a search is on its way. */
export async function searching(page: Page): Promise<void> {
  await page.waitForFunction(() => (globalThis as unknown as FindWindow).waiting() > 0)
}

/** Lets the searches on their way be answered. */
export async function answerSearch(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as FindWindow).answerFind())
}
