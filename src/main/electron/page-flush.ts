import type { AppEvent } from '#shared/protocol/events.ts'

/** Lets the page keep what is half typed before its window closes or its session ends. */
export type PageFlush = Readonly<{
  /** Asks the page; resolves when it has answered, or after the limit: a page that hangs keeps nobody. Never rejects. */
  ask(limitMs: number): Promise<void>
  /** The page has answered. Without a question it means nothing. */
  answered(): void
}>

export function createPageFlush(tell: (event: AppEvent) => void): PageFlush {
  const waiting = new Set<() => void>()
  return {
    ask: (limitMs) =>
      new Promise((resolve) => {
        const finish = (): void => {
          clearTimeout(timer)
          waiting.delete(finish)
          resolve()
        }
        const timer = setTimeout(finish, limitMs)
        waiting.add(finish)
        tell({ type: 'closing' })
      }),
    answered() {
      for (const finish of waiting) finish()
    },
  }
}
