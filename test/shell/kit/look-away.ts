import type { Desk } from '#test/e2e/kit/desk.ts'

/** Kept in the page while its person looks elsewhere. */
type AwayWindow = Window & { shownNotices?: Notification[] }

/**
 * From now on the window is hidden to its page, and what the system would show is kept. The answer clicks on the
 * first notice as soon as there is one, and comes back: no browser lets a test click on the system's own.
 */
export async function lookAway({ page }: Desk): Promise<() => Promise<void>> {
  const taken = await page.evaluateHandle(() => {
    const system = window.Notification
    const shown: Notification[] = ((window as AwayWindow).shownNotices = [])
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    window.Notification = class extends EventTarget {
      static permission = system.permission
      constructor() {
        super()
        shown.push(this as unknown as Notification)
      }
    } as unknown as typeof Notification
    return system
  })
  return async () => {
    await page.waitForFunction(() => {
      const [first] = (window as AwayWindow).shownNotices ?? []
      if (first?.onclick === undefined || first.onclick === null) return false
      first.onclick(new Event('click'))
      return true
    })
    await taken.evaluate((system) => {
      window.Notification = system
      Reflect.deleteProperty(document, 'visibilityState')
      delete (window as AwayWindow).shownNotices
    })
  }
}
