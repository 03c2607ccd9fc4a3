import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import type { CommandContext } from '#core/ports/context.ts'
import type { Access } from '#shared/protocol/define.ts'
import { inTransaction, type BoardCall, type Call } from './route.ts'

/**
 * How long a slice may be before it ends, in milliseconds: a call asks the database two or three times, and each time may wait for
 * a slice. With 150 the calls of others waited 1,021 ms (p99) while 500 cases changed hands.
 */
const SLICE_MS = 40

/** How far an act on many came. */
export type Sliced<Item, Result> = Readonly<{
  /** What became of those that are done, in the order they were given. */
  done: readonly Result[]
  /** Those it did not come to: asked for again, it goes on with them. */
  left: readonly Item[]
  /** Why it was cut short; null when it was not. */
  stopped: ErrorCode | null
}>

/**
 * Does an act to many, in slices of at most {@link SLICE_MS}: each is a transaction with its own record, whole in itself,
 * and between two whoever waits has their turn. `work` does it to as many as there is time for (`hasTime` is asked before
 * each but the first) and answers what became of those. What fails undoes its own slice alone; cut short so, it
 * says how far it came. Raises what the first slice raises: then nothing was done.
 */
export async function inSlices<Item, Result>(
  call: Call,
  access: Access,
  items: readonly Item[],
  work: (
    context: CommandContext,
    items: readonly Item[],
    hasTime: () => boolean,
    inner: BoardCall,
  ) => Promise<readonly Result[]>,
): Promise<Sliced<Item, Result>> {
  const { pace } = call.services
  const done: Result[] = []
  while (done.length < items.length) {
    const left = items.slice(done.length)
    try {
      const some = await inTransaction(call, access, (context, inner) => {
        const start = pace.now()
        return work(context, left, () => pace.now() - start < SLICE_MS, inner)
      })
      if (some.length === 0) throw new Error('a slice did nothing')
      done.push(...some)
    } catch (error) {
      if (done.length === 0 || !(error instanceof DomainError)) throw error
      return { done, left, stopped: error.code }
    }
    await pace.giveWay()
  }
  return { done, left: [], stopped: null }
}
