/**
 * How long a wish to install waits for the program to begin its end, in milliseconds. When closing was stopped (a
 * form was not to be left), a quit of another day must not install anything by itself.
 */
const WISH_LASTS = 120_000

/** What shall be done when everything is closed, wished for by a press. */
export type LastAct = Readonly<{
  set: (act: () => Promise<void>) => void
  /** Asked when the end begins; the wish is used up, and null when it is too old or there is none. */
  take: () => (() => Promise<void>) | null
}>

export function createLastAct(now: () => number = () => performance.now()): LastAct {
  let wish: Readonly<{ act: () => Promise<void>; at: number }> | null = null
  return {
    set(act) {
      wish = { act, at: now() }
    },
    take() {
      const taken = wish
      wish = null
      return taken !== null && now() - taken.at <= WISH_LASTS ? taken.act : null
    },
  }
}
