import { DomainError } from '#core/kernel/errors.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { inTransaction, requireActor, type Call } from '../dispatch/route.ts'

/** The copies of the database that are kept, and whether the last attempt to make one failed. */
export async function listSnapshots(call: Call): Promise<OutputOf<'snapshots.list'>> {
  await requireActor(call, 'settings.manage')
  const { kept, problem } = await call.services.desk.snapshots()
  return { moments: kept.map(({ at }) => at), problem }
}

/** Makes one now, with who asked for it on record. */
export async function takeSnapshot(call: Call): Promise<OutputOf<'snapshots.take'>> {
  await requireActor(call, 'settings.manage')
  const { desk } = call.services
  if (desk.engine !== 'sqlite') {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'SERVER_KEEPS_COPIES' }])
  }
  await inTransaction(call, 'settings.manage', async (context) => {
    context.audit({ action: 'snapshot.taken', entity: 'settings', entityId: 'snapshot' })
  })
  // After the record of it, so that the copy has that too.
  await desk.takeSnapshot()
  return listSnapshots(call)
}
