import type { AuditEntry } from '#core/audit/model.ts'
import { pageOfMoves, type PageOfMoves } from '#core/case/command/clock-moves.ts'
import { recomputePage } from '#core/case/command/recompute.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { loadSettings } from '#core/ports/load-settings.ts'
import type { Repositories } from '#core/ports/repositories.ts'
import { clockTable } from '#core/settings/clock-table.ts'
import { tellChanges } from './changes.ts'
import type { Services } from './services.ts'
import type { Store } from '../db/store.ts'
import { PROGRAM } from '../workspace/program.ts'
import type { Board } from '../workspace/unlocked-board.ts'

/** Clocks looked at together: what everybody waits for is a few hundredths of a second. */
const AT_A_TIME = 25

type Recounting = Pick<Services, 'clock' | 'sessions' | 'emit' | 'pace'>

/** How many clocks moved; `isWhole` is false when it was cut short, and the rest comes at the next opening. */
export type Recount = Readonly<{ moved: number; isWhole: boolean }>

/** The boards whose clocks were looked at since they were opened. */
const looked = new WeakSet<Store>()

/**
 * Works the open clocks of a board out anew, once after its opening and in the background: a program that brings other rules
 * or holidays than the one before (a Tết that was decided since) finds them as that one stored them, and a case nobody
 * touches would keep its old day. So does what a recount left that was cut short.
 */
export async function recountAtOpening(
  services: Recounting,
  board: Pick<Board, 'store'>,
): Promise<void> {
  const { store } = board
  if (looked.has(store)) return
  looked.add(store)
  await recountClocks(services, board).catch(() => undefined)
}

/**
 * Works the open clocks of a board out anew by the rules and working days as they are, in slices, each a transaction with
 * its moves on record by the program; between two, whoever waits has their turn. A case that it has not come to is read and
 * worked on by its new days all the same (`countedAnew`, `recomputeCase`). Cut short, it says how many moved, and the next opening goes on.
 */
export async function recountClocks(
  services: Recounting,
  board: Pick<Board, 'store'>,
): Promise<Recount> {
  let moved = 0
  try {
    let afterId: string | null = null
    do {
      const from: string | null = afterId
      const page: PageOfMoves = await board.store.read((repositories) =>
        movesAfter(repositories, from),
      )
      if (page.moves.length > 0) moved += await moveSome(services, board, from)
      afterId = page.next
      await services.pace.giveWay()
    } while (afterId !== null)
    return { moved, isWhole: true }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    // Locked, full or damaged meanwhile: whoever works is told of it by their own acts.
    looked.delete(board.store)
    return { moved, isWhole: false }
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
  { clock, sessions, emit }: Recounting,
  board: Pick<Board, 'store'>,
  afterId: string | null,
): Promise<number> {
  const at = clock.now()
  const recorded: AuditEntry[] = []
  const { moved } = await board.store.write(PROGRAM, at, async (repositories, audit) => {
    recorded.length = 0
    const context = {
      ...{ repositories, clock: { now: () => at } },
      audit(entry: AuditEntry) {
        recorded.push(entry)
        audit(entry)
      },
    }
    return recomputePage(context, await loadSettings(repositories), afterId, AT_A_TIME)
  })
  await tellChanges({ sessions, emit }, board, '', recorded)
  return moved
}
