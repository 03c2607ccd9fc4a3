import type { Ids } from '../../kernel/sources.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { Instant } from '../../kernel/calendar.ts'
import { requireFound, requireVersion } from '../../kernel/guards.ts'
import { writtenNumber } from '../../kernel/series.ts'
import type { CommandContext } from '../../ports/context.ts'
import type { Repositories } from '../../ports/repositories.ts'
import type { Loss } from '../loss.ts'
import { changedFields, type AuditEntry } from '../model.ts'
import { numbersBeyond, type GivenNumber } from '../numbers.ts'
import type { TailLoss } from '../tail.ts'

type Recording = Readonly<{
  repositories: Repositories
  audit(entry: AuditEntry): void
  ids: Ids
  at: Instant
}>

/**
 * Puts a loss on record. Every number in `given` that the database does not know any more is lost with it: named as
 * such, and its series goes on behind it, so that it is never given to anybody else.
 */
export async function recordLoss(
  { repositories, audit, ids, at }: Recording,
  found: TailLoss & Pick<Loss, 'restoredFrom'>,
  given: readonly GivenNumber[],
): Promise<void> {
  const { losses, series, complaints } = repositories
  const id = ids.next()
  const lost = numbersBeyond(given, await series.ends())
  for (const { series: name, value } of lost) await series.skipTo(name, value)
  const codes = await complaints.codes(lost.flatMap(({ complaintId }) => complaintId ?? []))
  const lostCodes = new Map(
    lost.flatMap((each) =>
      each.letter === null && each.complaintId !== null
        ? [[each.complaintId, writtenNumber(each.series, each.value)] as const]
        : [],
    ),
  )
  await losses.insert({
    ...{ ...found, id, version: 1, foundAt: at, acknowledgedBy: null, acknowledgedAt: null },
  })
  await losses.insertNumbers(
    lost.map(({ series: name, value, complaintId, letter }) => ({
      ...{ series: name, value, written: writtenNumber(name, value), lossId: id, lostAt: at },
      complaintCode:
        complaintId === null
          ? null
          : (codes.get(complaintId) ?? lostCodes.get(complaintId) ?? null),
      letterId: letter?.letterId ?? null,
      kind: letter?.kind ?? null,
      issuedOn: letter?.issuedOn ?? null,
      contentHash: letter?.contentHash ?? null,
      pdfSha256: letter?.pdfSha256 ?? null,
    })),
  )
  const { kind, fromSequence, toSequence, since, until, restoredFrom } = found
  const lostNumbers = lost.map(({ series: name, value }) => writtenNumber(name, value))
  audit({
    ...{ action: 'journal.lossFound', entity: 'journal', entityId: id },
    changes: changedFields(
      {},
      { lossKind: kind, fromSequence, toSequence, since, until, restoredFrom, lostNumbers },
    ),
  })
}

/** Takes note of a loss for the board: nobody is told of it at sign-in from now on; it stays on record. */
export async function acknowledgeLoss(
  { repositories, actor, clock, audit }: CommandContext,
  input: Readonly<{ id: string; version: number }>,
): Promise<Loss> {
  const loss = requireFound(await repositories.losses.find(input.id))
  requireVersion(loss, input.version)
  if (loss.acknowledgedAt !== null) throw new DomainError('NOT_ALLOWED')
  const known = await repositories.losses.update({
    ...loss,
    acknowledgedBy: actor.personId,
    acknowledgedAt: clock.now(),
  })
  audit({ action: 'journal.lossAcknowledged', entity: 'journal', entityId: loss.id })
  return known
}
