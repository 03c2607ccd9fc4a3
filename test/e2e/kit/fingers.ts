import type { Locator } from 'playwright-core'

import type { Desk } from './desk.ts'

/** More than any screen of the program has stops. */
const MOST_STOPS = 150

/** Somebody who works by keyboard alone. */
export type Fingers = Readonly<{
  keys(...pressed: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** Walks there by Tab, as far as it takes. */
  reach(target: Locator): Promise<void>
  /** Presses a button or follows a link where the focus has walked to. */
  use(target: Locator): Promise<void>
  write(label: string, text: string, scope?: Locator): Promise<void>
  /** The keys pressed so far besides text; a chord is one. */
  presses(): number
}>

export function fingersOn(desk: () => Desk): Fingers {
  let presses = 0
  const fingers: Fingers = {
    presses: () => presses,
    async keys(...pressed) {
      presses += pressed.length
      for (const key of pressed) await desk().page.keyboard.press(key)
    },
    type: (text) => desk().page.keyboard.type(text),
    async reach(target) {
      await target.waitFor()
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await fingers.keys('Tab')
      }
      throw new Error(`Tab never comes to ${target.toString()}`)
    },
    async use(target) {
      await fingers.reach(target)
      await fingers.keys('Enter')
    },
    async write(label, text, scope) {
      await fingers.reach(desk().field(label, scope))
      await fingers.type(text)
    },
  }
  return fingers
}
