import { setImmediate } from 'node:timers/promises'

/**
 * Lets whoever waits for this process's one thread go first: what came in meanwhile is begun before this resolves. A
 * microtask would not do: SQLite answers within the turn, and nothing new comes in before that is over.
 */
export function giveWay(): Promise<void> {
  return setImmediate()
}
