import { createHmac } from 'node:crypto'
import type { AuditEvent, AuditHead } from '#core/audit/model.ts'

/** What the first event follows on. */
const CHAIN_START: AuditHead = { sequence: 0, hash: '0'.repeat(64) }

/** An event as it is stored: its changes as the very JSON text that was hashed. */
export type StoredEvent = Omit<AuditEvent, 'changes'> & Readonly<{ changes: string }>

export type AuditReport = Readonly<{
  /** How many events there are, or how many before the first fault. */
  events: number
  /** The sequence number of the first event that is altered, missing or out of place. */
  brokenAt: number | null
  head: AuditHead | null
}>

/** `HMAC-SHA256(key, previous hash ‖ JSON of the rest)` in lower-case hex. */
export function linkHash(key: Buffer, event: Omit<StoredEvent, 'hash'>): string {
  return createHmac('sha256', key)
    .update(event.previousHash)
    .update(canonicalEvent(event))
    .digest('hex')
}

/** The one spelling of an event that is hashed: its fields in this order, changes as stored. */
function canonicalEvent(event: Omit<StoredEvent, 'hash'>): string {
  const { sequence, at, personId, personName, action, complaintId, entity, entityId } = event
  const rest = JSON.stringify({
    sequence,
    at,
    personId,
    personName,
    action,
    complaintId,
    entity,
    entityId,
  })
  return `${rest.slice(0, -1)},"changes":${event.changes}}`
}

/** Walks along the chain; feed it the events in order, then compare with where the chain should end. */
export class ChainCheck {
  readonly #key: Buffer
  readonly #anchor: AuditHead | null
  #last: AuditHead = CHAIN_START
  #brokenAt: number | null = null

  constructor(key: Buffer, anchor: AuditHead | null) {
    this.#key = key
    this.#anchor = anchor
  }

  get last(): AuditHead {
    return this.#last
  }

  get intact(): boolean {
    return this.#brokenAt === null
  }

  add(event: StoredEvent): void {
    if (this.#brokenAt !== null) return
    const sequence = this.#last.sequence + 1
    const follows = event.sequence === sequence && event.previousHash === this.#last.hash
    const anchored = this.#anchor?.sequence !== sequence || this.#anchor.hash === event.hash
    if (!follows || !anchored || linkHash(this.#key, event) !== event.hash) {
      this.#brokenAt = sequence
      return
    }
    this.#last = { sequence, hash: event.hash }
  }

  /**
   * `head` is what the database says is the last event. A tail that was cut off together with it is
   * seen only by an anchor kept elsewhere.
   */
  finish(head: AuditHead): AuditReport {
    const { sequence } = this.#last
    const brokenAt = this.#brokenAt ?? this.#faultAtEnd(head)
    return {
      events: brokenAt === null ? sequence : brokenAt - 1,
      brokenAt,
      head: sequence === 0 ? null : this.#last,
    }
  }

  #faultAtEnd(head: AuditHead): number | null {
    const { sequence, hash } = this.#last
    if (sequence < Math.max(head.sequence, this.#anchor?.sequence ?? 0)) return sequence + 1
    if (sequence > head.sequence) return head.sequence + 1
    return hash === head.hash ? null : sequence
  }
}
