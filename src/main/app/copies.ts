import { rehearsalEntry } from '#core/copies/rehearsal.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { copyRoutes as routes } from '#shared/contract/copies.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { keptCopy } from '../copies/kept-copy.ts'
import {
  unmanaged,
  inTransaction,
  requireActor,
  requireBoard,
  type Call,
  type HandlersOf,
} from '../dispatch/route.ts'
import { lastRehearsal } from '../workspace/weekly-rehearsal.ts'
import { bringBoardBack, choosePlace, leavePlace, viewPlace } from './copies/second-place.ts'
import { boardWarnings } from './copies/warnings.ts'

export const copyHandlers = {
  'snapshots.list': unmanaged(routes['snapshots.list'], listCopies),
  'snapshots.take': unmanaged(routes['snapshots.take'], takeCopy),
  'snapshots.rehearse': unmanaged(routes['snapshots.rehearse'], rehearseCopy),
  'snapshots.warnings': unmanaged(routes['snapshots.warnings'], boardWarnings),
  'snapshots.place': unmanaged(routes['snapshots.place'], async (call) => viewPlace(call)),
  'snapshots.choosePlace': unmanaged(routes['snapshots.choosePlace'], choosePlace),
  'snapshots.leavePlace': unmanaged(routes['snapshots.leavePlace'], leavePlace),
  'snapshots.bringBack': unmanaged(routes['snapshots.bringBack'], bringBoardBack),
} satisfies HandlersOf<typeof routes>

/** The copies that are kept, whether the last attempt to make one failed, and how going back went. */
async function listCopies(call: Call): Promise<OutputOf<'snapshots.list'>> {
  await requireActor(call, 'settings.manage')
  const { desk } = call.services
  const board = requireBoard(call)
  const { kept, problem } = await desk.snapshots()
  return {
    copies: kept.map((copy) => keptCopy(copy, board.keys)),
    problem,
    rehearsal: await lastRehearsal(board.store),
  }
}

/** Makes one now, with who asked for it on record. */
async function takeCopy(call: Call): Promise<OutputOf<'snapshots.take'>> {
  await requireActor(call, 'settings.manage')
  requireOwnCopies(call)
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({ action: 'snapshot.taken', entity: 'settings', entityId: 'snapshot' })
  })
  // After the record of it, so that the copy has that too.
  await call.services.desk.takeSnapshot()
  return listCopies(call)
}

/** Tries going back to the newest copy, and puts on record who asked and how it went. */
async function rehearseCopy(call: Call): Promise<OutputOf<'snapshots.rehearse'>> {
  await requireActor(call, 'board.administer')
  requireOwnCopies(call)
  const rehearsal = await call.services.desk.rehearse()
  await inTransaction(call, 'board.administer', async (context) => {
    context.audit(rehearsalEntry(rehearsal))
  })
  return listCopies(call)
}

function requireOwnCopies({ services: { desk } }: Call): void {
  if (desk.engine === 'sqlite') return
  throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SERVER_KEEPS_COPIES' }])
}
