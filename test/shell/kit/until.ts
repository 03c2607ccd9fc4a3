import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 20_000

/** Asks again until there is something. Rejects, naming what was waited for, when it never comes. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== false) return seen
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`)
    await pause(25)
  }
}
