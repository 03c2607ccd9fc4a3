import type { AuditHead } from '#core/audit/model.ts'
import { ErasureCheck } from './erasure-check.ts'
import { linkHash, type StoredEvent } from './stored-event.ts'
import type { ErasableValue } from './values.ts'

/** What the first event follows on. */
const CHAIN_START: AuditHead = { sequence: 0, hash: '0'.repeat(64) }

export type AuditReport = Readonly<{
  /** How many events there are, or how many before the first fault. */
  events: number
  /** The sequence number of the first event that is altered, missing or out of place. */
  brokenAt: number | null
  head: AuditHead | null
  /** How many entries no longer have their values because a decision of two persons names them. */
  erased: number
  /** The first entry whose values are gone although no such decision names it. */
  missingAt: number | null
}>

/**
 * Walks along the chain; feed it the events in order, then compare with where the chain should end. Each epoch has a key
 * of its own (ADR 31), the first one first: a later one may take over at any event, an earlier one never again, and the
 * last event is of the last. So nobody who has only earlier keys can change the end, or take it away unseen.
 *
 * An entry from before ADR 35 that was blanked no longer gives its hash: it fits once a later entry of two persons names it.
 */
export class ChainCheck {
  readonly #keys: readonly Buffer[]
  readonly #anchor: AuditHead | null
  #last: AuditHead
  #brokenAt: number | null = null
  readonly #erasures = new ErasureCheck()
  /** Of the keys, the one the last event was linked with. */
  #epoch = 0

  /** From the first event on, or from the one after `start`. */
  constructor(keys: readonly Buffer[], anchor: AuditHead | null, start: AuditHead = CHAIN_START) {
    this.#keys = keys
    this.#anchor = anchor
    this.#last = start
  }

  get last(): AuditHead {
    return this.#last
  }

  get intact(): boolean {
    return this.#brokenAt === null
  }

  /** `values`: what is kept beside the event; null where that is not looked at. */
  add(event: StoredEvent, values: readonly ErasableValue[] | null = null): void {
    if (this.#brokenAt !== null) return
    const sequence = this.#last.sequence + 1
    const follows = event.sequence === sequence && event.previousHash === this.#last.hash
    const anchored = this.#anchor?.sequence !== sequence || this.#anchor.hash === event.hash
    const epoch = this.#keys.findIndex(
      (key, index) => index >= this.#epoch && linkHash(key, event) === event.hash,
    )
    const fits = epoch < 0 ? this.#erasures.blanked(event) : this.#erasures.aside(event, values)
    if (!follows || !anchored || !fits) {
      this.#brokenAt = sequence
      return
    }
    this.#epoch = Math.max(this.#epoch, epoch)
    const key = this.#keys[this.#epoch]
    if (key !== undefined && epoch >= 0) this.#erasures.name(event, key)
    this.#last = { sequence, hash: event.hash }
  }

  /**
   * `head` is what the database says is the last event. A tail that was cut off together with it is
   * seen only by an anchor kept elsewhere.
   */
  finish(head: AuditHead): AuditReport {
    const { sequence } = this.#last
    const { erased, unnamed, missing: missingAt } = this.#erasures.finish()
    const brokenAt = this.#brokenAt ?? unnamed ?? this.#faultAtEnd(head)
    return {
      events: brokenAt === null ? sequence : brokenAt - 1,
      brokenAt,
      head: sequence === 0 ? null : this.#last,
      erased,
      missingAt,
    }
  }

  #faultAtEnd(head: AuditHead): number | null {
    const { sequence, hash } = this.#last
    if (sequence < Math.max(head.sequence, this.#anchor?.sequence ?? 0)) return sequence + 1
    if (sequence > head.sequence) return head.sequence + 1
    if (sequence > 0 && this.#epoch < this.#keys.length - 1) return sequence + 1
    return hash === head.hash ? null : sequence
  }
}
