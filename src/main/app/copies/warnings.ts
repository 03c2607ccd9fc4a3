import type { KnownDamage } from '#core/copies/damage.ts'
import { DomainError, type ErrorCode } from '#core/kernel/errors.ts'
import { isErasedLetter } from '#core/letters/rules.ts'
import { can } from '#core/people/permissions.ts'
import { isErasedFile } from '#core/retention/model.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { alteredOnRecord } from '../../dispatch/altered-file.ts'
import { reading, requireActor, type BoardCall, type Call } from '../../dispatch/route.ts'
import { lastRehearsal } from '../../workspace/weekly-rehearsal.ts'

/** What is told on every page: of the disk and the database to everybody, of other damage to those who decide. */
export async function boardWarnings(call: Call): Promise<OutputOf<'snapshots.warnings'>> {
  const inner = await requireActor(call, 'signed-in')
  const { desk } = call.services
  const damage: KnownDamage[] = desk.isDamaged() ? [{ kind: 'database' }] : []
  if (can(inner.actor.role, 'approval.decide')) damage.push(...(await otherDamage(inner)))
  return { disk: desk.disk(), damage }
}

async function otherDamage(call: BoardCall): Promise<readonly KnownDamage[]> {
  const { board, services } = call
  const losses = await reading(call, ({ repositories }) => repositories.losses.open())
  const rehearsal = await lastRehearsal(board.store)
  const copiesFail = services.desk.copyProblem() !== null || (rehearsal?.faults.length ?? 0) > 0
  return [
    ...(losses.length > 0 ? [{ kind: 'journal' } as const] : []),
    ...(copiesFail ? [{ kind: 'copies' } as const] : []),
    ...(await alteredFiles(call)),
  ]
}

/** Files that turned out not to be those that were kept, or to be gone, and still are; of cases that are open to whoever asks. */
async function alteredFiles(call: BoardCall): Promise<readonly KnownDamage[]> {
  const { board } = call
  const found = await alteredOnRecord(board)
  const open = await reading(call, async ({ repositories: { evidence, letters, complaints } }) => {
    const files = []
    for (const { entity, entityId } of found) {
      const file = entity === 'evidence' ? await evidence.find(entityId) : null
      const letter = entity === 'letter' ? await letters.find(entityId) : null
      const sha256 = file?.sha256 ?? letter?.pdfSha256 ?? null
      const complaintId = file?.complaintId ?? letter?.complaintId ?? null
      if (sha256 === null || complaintId === null) continue
      // Destroyed since with what its case told of persons: nothing is wrong any more.
      if (file !== null ? isErasedFile(file) : letter !== null && isErasedLetter(letter)) continue
      const code = (await complaints.codes([complaintId])).get(complaintId) ?? ''
      files.push({ sha256, complaintId, code, letterId: letter?.id ?? null })
    }
    return files
  })
  const damage: KnownDamage[] = []
  for (const { sha256, ...file } of open) {
    const fault = await faultOf(call, sha256)
    if (fault !== null) damage.push({ kind: 'file', ...file, missing: fault === 'FILE_MISSING' })
  }
  return damage
}

/** Why a file cannot be read as it was kept; null when it can. */
async function faultOf({ board }: BoardCall, sha256: string): Promise<ErrorCode | null> {
  try {
    await board.files.get(sha256)
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
