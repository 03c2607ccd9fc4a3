import type { AuditEntry } from '#core/audit/model.ts'
import { pageOfMoves, type PageOfMoves } from '#core/case/command/clock-moves.ts'
import { recomputePage } from '#core/case/command/recompute.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import { clockTable } from '#core/settings/clock-table.ts'
import { tellChanges } from '../../dispatch/changes.ts'
import type { Services } from '../../dispatch/services.ts'
import type { Store } from '../../db/store.ts'
import { PROGRAM } from '../../workspace/program.ts'
import type { Board } from '../../workspace/unlocked-board.ts'

/** Clocks looked at together: what everybody waits for is a few hundredths of a second. */
const AT_A_TIME = 25

/** The boards whose clocks were looked at since they were opened. */
const looked = new WeakSet<Store>()

/**
 * Works the open clocks of a board out anew, once after its opening and in the background, a little at a time: a program that brings
 * other rules or holidays than the one before (a Tết that was decided since) finds them as that one stored them, and a case nobody
 * touches would keep its old day. Each move is on record, by the program. What is left when the board is locked goes on the next time.
 */
export async function recomputeAtOpening(
  services: Pick<Services, 'clock' | 'sessions' | 'emit'>,
  board: Pick<Board, 'store'>,
): Promise<void> {
  const { store } = board
  if (looked.has(store)) return
  looked.add(store)
  try {
    let afterId: string | null = null
    do {
      const from: string | null = afterId
      const page: PageOfMoves = await store.read((repositories) => movesAfter(repositories, from))
      afterId = page.next
      if (page.moves.length > 0) await moveSome(services, board, from)
    } while (afterId !== null)
  } catch {
    // Locked, full or damaged meanwhile: whoever works is told of it by their own acts.
    looked.delete(store)
  }
}

async function movesAfter(
  repositories: Repositories,
  afterId: string | null,
): Promise<PageOfMoves> {
  const settings = await loadSettings(repositories)
  return pageOfMoves(repositories.deadlines, clockTable(settings), afterId, AT_A_TIME)
}

async function moveSome(
  { clock, sessions, emit }: Pick<Services, 'clock' | 'sessions' | 'emit'>,
  board: Pick<Board, 'store'>,
  afterId: string | null,
): Promise<void> {
  const at = clock.now()
  const recorded: AuditEntry[] = []
  await board.store.write(PROGRAM, at, async (repositories, audit) => {
    recorded.length = 0
    const context = {
      ...{ repositories, clock: { now: () => at } },
      audit(entry: AuditEntry) {
        recorded.push(entry)
        audit(entry)
      },
    }
    await recomputePage(context, await loadSettings(repositories), afterId, AT_A_TIME)
  })
  await tellChanges({ sessions, emit }, board, '', recorded)
}
