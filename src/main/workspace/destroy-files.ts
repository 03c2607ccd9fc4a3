import type { Instant } from '#core/kernel/calendar.ts'
import { SEARCH_WORDS } from '#core/ports/erasures.ts'

import type { Board } from './unlocked-board.ts'
import { PROGRAM } from './program.ts'

/**
 * Destroys what erasures that are durable put down: files that nothing names any more, and words the search still keeps. How
 * many files went is on record. Done after an erasure and whenever the board is opened, so that a program that is stopped in
 * between leaves nothing behind; a file that another case names by now stays. Copies keep files of their own, which go
 * with the copies that name them. Says whether anything was destroyed. Raises as `Store.write` and what the disk refuses.
 */
export async function destroyDoomed(
  { store, files }: Pick<Board, 'store' | 'files'>,
  now: Instant,
): Promise<boolean> {
  const { doomed, named } = await store.read(async ({ erasures }) => {
    const all = await erasures.doomed()
    return { doomed: all, named: new Set(await erasures.stillNamed(all)) }
  })
  if (doomed.length === 0) return false
  const gone = await files.destroy(doomed.filter((each) => !named.has(each)))
  const done = [...gone, ...named, ...doomed.filter((each) => each === SEARCH_WORDS)]
  if (done.length === 0) return false
  await store.write(PROGRAM, now, async ({ erasures }, audit) => {
    if (done.includes(SEARCH_WORDS)) await erasures.purgeSearch()
    await erasures.spare(done)
    if (gone.length === 0) return
    audit({
      ...{ action: 'files.destroyed', entity: 'settings', entityId: 'files' },
      changes: [{ field: 'filesDestroyed', from: null, to: gone.length }],
    })
  })
  return true
}
