import { caseCommand } from '../../case/command/case-command.ts'
import type { HeldCase } from '../../case/command/held-case.ts'
import { vietnamDate, type LocalDate } from '../../kernel/calendar.ts'
import { DomainError } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import type { CommandContext, QueryContext } from '../../ports/context.ts'
import { ERASED_FILE } from '../../retention/model.ts'
import { recordFile } from './copies-due.ts'
import { recordRight } from './rights.ts'
import { isKeptCopy, isOfNote, type DoomedCopy, type Evidence } from '../../evidence/model.ts'

/**
 * Marks a file as a copy of somebody's papers with the day on which it is destroyed, or takes that back. Without a day it waits
 * for the identity to be checked; where that was done it is due at once. Raises `NOT_ALLOWED` for a firm's file, or one destroyed.
 */
export async function markIdentityCopy(
  context: CommandContext,
  { id, identityCopy, destroyOn }: Pick<Evidence, 'id' | 'identityCopy' | 'destroyOn'>,
): Promise<Evidence> {
  return changeFile(context, id, async (known, { file, write }) => {
    if (isOfNote(known)) throw notAllowed('EVIDENCE_OF_FIRM')
    const checked = file.rights
      .flatMap(({ identity }) => (identity === null ? [] : [identity.checkedOn]))
      .toSorted()
      .at(-1)
    const day = identityCopy ? (destroyOn ?? checked ?? null) : null
    const stored = await write.evidence.update({ ...known, identityCopy, destroyOn: day })
    recordFile(context, 'evidence.identityMarked', known, stored)
    return stored
  })
}

/**
 * Destroys a copy of papers, by the press of somebody and never by a clock: its entry stays, its bytes are put down as doomed
 * and go once this is durable. A check of identity that was made by the copy has its day of destruction by this. Raises
 * `NOT_ALLOWED` for what is no copy of papers, or was destroyed.
 */
export async function destroyIdentityCopy(
  context: CommandContext,
  { id }: Pick<Evidence, 'id'>,
): Promise<Evidence> {
  const { erasures } = context.repositories
  const now = context.clock.now()
  return changeFile(context, id, async (known, held) => {
    if (!isKeptCopy(known)) throw notAllowed('NOT_AN_IDENTITY_COPY')
    const stored = await held.write.evidence.update({
      ...known,
      sha256: ERASED_FILE,
      destroyedAt: now,
      destroyedBy: context.actor.personId,
    })
    const named = await erasures.stillNamed([known.sha256])
    if (named.length === 0) await erasures.doom([known.sha256])
    recordFile(context, 'evidence.destroyed', known, stored)
    await noteDestruction(context, held, vietnamDate(now))
    return stored
  })
}

/** The checks that were made by a copy say when it was destroyed, once none is left. */
async function noteDestruction(
  context: CommandContext,
  held: HeldCase,
  day: LocalDate,
): Promise<void> {
  if (held.current().evidence.some(isKeptCopy)) return
  for (const right of held.file.rights) {
    const { identity } = right
    if (identity === null || identity.way !== 'copy' || identity.copyDestroyedOn !== null) continue
    const stored = await held.write.rights.update({
      ...right,
      identity: { ...identity, copyDestroyedOn: day },
    })
    recordRight(context, stored, 'right.identityChecked', right)
  }
}

/** The copies of papers whose day has come; of a case that is over also those that wait for a check. */
export function doomedCopies({
  repositories,
  clock,
}: QueryContext): Promise<readonly DoomedCopy[]> {
  return repositories.evidence.toDestroy(vietnamDate(clock.now()))
}

async function changeFile(
  context: CommandContext,
  id: string,
  change: (known: Evidence, held: HeldCase) => Promise<Evidence>,
): Promise<Evidence> {
  const { complaintId } = requireFound(await context.repositories.evidence.find(id))
  const { answer } = await caseCommand(
    context,
    complaintId,
    async (held) => {
      const known = requireFound(held.file.evidence.find((each) => each.id === id))
      if (known.destroyedAt !== null) throw notAllowed('EVIDENCE_DESTROYED')
      return change(known, held)
    },
    'any',
  )
  return answer
}

function notAllowed(
  code: 'EVIDENCE_OF_FIRM' | 'NOT_AN_IDENTITY_COPY' | 'EVIDENCE_DESTROYED',
): DomainError {
  return new DomainError('NOT_ALLOWED', [{ path: '', code }])
}
