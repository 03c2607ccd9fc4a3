import { DomainError } from '#core/kernel/errors.ts'
import type { IssueCode } from '#core/kernel/issue-codes.ts'
import type { ForeignFacts, ForeignKind } from '#core/letters/foreign-files.ts'
import type { Reader } from '#core/ports/tools.ts'
import type { CoreMessage, HostMessage } from '#shared/protocol/core-messages.ts'
import { outcomeOf, type ReadLimit } from '#shared/protocol/reading.ts'

type ReadAnswer = Extract<HostMessage, { type: 'read-answer' }>

/** The core's way to the reader process: through its host, which always answers. */
export type ReaderClient = Reader & Readonly<{ hear(answer: ReadAnswer): void }>

const WHY = {
  time: 'READING_TIME',
  memory: 'READING_MEMORY',
  stopped: 'READING_STOPPED',
  busy: 'READING_BUSY',
} as const satisfies Record<ReadLimit, IssueCode>

/** Gives foreign files away to be read, and takes nothing back but the facts it knows. */
export function createReaderClient(
  send: (message: Extract<CoreMessage, { type: 'read' }>) => void,
): ReaderClient {
  const waiting = new Map<number, (outcome: unknown) => void>()
  let lastId = 0

  return {
    async read<Kind extends ForeignKind>(
      kind: Kind,
      bytes: Uint8Array,
    ): Promise<ForeignFacts[Kind]> {
      lastId += 1
      const id = lastId
      const said = await new Promise<unknown>((resolve) => {
        waiting.set(id, resolve)
        send({ type: 'read', id, kind, bytes })
      })
      const outcome = outcomeOf(kind, said)
      if (outcome === null) throw refused('stopped')
      if (outcome.ok) return outcome.facts
      throw outcome.why === 'flaw'
        ? new DomainError('INVALID_INPUT', [outcome.flaw])
        : refused(outcome.why)
    },
    hear({ id, outcome }) {
      waiting.get(id)?.(outcome)
      waiting.delete(id)
    },
  }
}

function refused(why: ReadLimit): DomainError {
  return new DomainError('FILE_REFUSED', [{ path: '', code: WHY[why] }])
}
