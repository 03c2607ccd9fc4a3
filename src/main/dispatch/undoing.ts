import type { AuditEntry } from '#core/audit/model.ts'
import { DomainError } from '#core/kernel/errors.ts'
import type { SteadyClock } from './steady-clock.ts'

/** How long the window offers to take an act back, and how much longer the core takes it: in milliseconds. */
export const OFFERED_MS = 10_000
const GRACE_MS = 5_000

/** A command that was done, as far as taking it back asks. */
export type DoneAct = Readonly<{
  commandId: string
  personId: string
  route: string
  recorded: readonly AuditEntry[]
}>

/** A command that takes back another, and the commands that this one can. */
export type TakingBack = Readonly<{
  undoes: string
  personId: string
  takesBack: readonly string[]
}>

/**
 * The acts of the last moments, so that whoever did one may take it back. Kept in memory alone: after the core ended nothing
 * can be taken back, which is the safe side.
 */
export type Undoing = Readonly<{
  /** Notes what was recorded by an act: it can be taken back, and what it changed anew no longer can. */
  note: (act: Readonly<Omit<DoneAct, 'commandId'> & { commandId: string | null }>) => void
  /**
   * Raises `NOT_ALLOWED`: `UNDO_TOO_LATE` for an act of somebody else, of another kind or of longer ago, `UNDO_OVERTAKEN`
   * where what it changed was changed again since.
   */
  require: (taking: TakingBack) => void
}>

export function createUndoing(steady: SteadyClock): Undoing {
  const acts = new Map<string, Readonly<{ act: DoneAct; at: number }>>()
  const overtaken = new Set<string>()

  function forget(): void {
    const oldest = steady() - OFFERED_MS - GRACE_MS
    for (const [id, { at }] of acts) {
      if (at >= oldest) continue
      acts.delete(id)
      overtaken.delete(id)
    }
  }

  return {
    note({ commandId, ...done }) {
      forget()
      for (const [id, { act }] of acts) {
        if (changesAnew(act.recorded, done.recorded)) overtaken.add(id)
      }
      if (commandId !== null) {
        acts.set(commandId, { act: { commandId, ...done }, at: steady() })
      }
    },
    require({ undoes, personId, takesBack }) {
      forget()
      const act = acts.get(undoes)?.act
      if (act?.personId !== personId || !takesBack.includes(act.route)) {
        throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'UNDO_TOO_LATE' }])
      }
      if (overtaken.has(undoes)) {
        throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'UNDO_OVERTAKEN' }])
      }
    },
  }
}

/** Whether a later act changed a field that an earlier one had. What only follows from the facts, a clock, is nobody's change. */
function changesAnew(earlier: readonly AuditEntry[], later: readonly AuditEntry[]): boolean {
  const fields = new Set(earlier.flatMap(fieldsOf))
  return later.flatMap(fieldsOf).some((field) => fields.has(field))
}

function fieldsOf({ entity, entityId, changes = [] }: AuditEntry): readonly string[] {
  if (entity === 'deadline') return []
  return changes.map(({ field }) => JSON.stringify([entity, entityId, field]))
}
