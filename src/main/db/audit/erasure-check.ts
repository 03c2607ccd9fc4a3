import { erasedBy } from './erasure.ts'
import { linkHash, type StoredChange, type StoredEvent } from './stored-event.ts'
import { isSetAside, macOf, parseChanges, type ErasableValue } from './values.ts'

/** By which the JSON of an entry is told that has something set aside; in a text the quotes would be escaped. */
const SET_ASIDE = '"erasable":'

export type Erasures = Readonly<{
  /** How many entries lack their values by a decision. */
  erased: number
  /** The first blanked entry that none names. */
  unnamed: number | null
  /** The first entry whose values are gone although none names it. */
  missing: number | null
}>

/** Goes along with the chain: whether what an entry lacks was taken by a later entry of two persons that names it. */
export class ErasureCheck {
  readonly #blanked = new Map<number, StoredEvent>()
  readonly #gone = new Map<number, StoredEvent>()
  #erased = 0

  /** An entry that does not give its hash: whether it is one that was blanked, by whomever. */
  blanked(event: StoredEvent): boolean {
    const isBlanked = changesOf(event).some(
      (change) => isSetAside(change) && change.erasable === null,
    )
    if (isBlanked) this.#blanked.set(event.sequence, event)
    return isBlanked
  }

  /** An entry that gives its hash: whether what is there of its values is what it was written with. */
  aside(event: StoredEvent, values: readonly ErasableValue[] | null): boolean {
    if (values === null) return true
    const changes = changesOf(event)
    const byPosition = new Map(values.map((value) => [value.position, value]))
    for (const [position, change] of changes.entries()) {
      if (!isSetAside(change)) continue
      const value = byPosition.get(position)
      if (value === undefined) this.#gone.set(event.sequence, event)
      else if (macOf(value) !== change.erasable) return false
      byPosition.delete(position)
    }
    return byPosition.size === 0
  }

  /** An entry that fits: what it names of its case was taken by it. `key` is the one it is linked with. */
  name(event: StoredEvent, key: Buffer): void {
    for (const { sequence, hash } of erasedBy(event)) {
      const lacks = hash === null ? this.#gone : this.#blanked
      const named = lacks.get(sequence)
      if (named?.complaintId !== event.complaintId) continue
      if (hash !== null && linkHash(key, named) !== hash) continue
      lacks.delete(named.sequence)
      this.#erased += 1
    }
  }

  finish(): Erasures {
    return { erased: this.#erased, unnamed: first(this.#blanked), missing: first(this.#gone) }
  }
}

/** They stand in the order of the chain. */
function first(lacks: ReadonlyMap<number, StoredEvent>): number | null {
  return lacks.keys().next().value ?? null
}

/** Empty for an entry that has nothing set aside, and for one that no program of ours wrote. */
function changesOf({ changes }: StoredEvent): readonly StoredChange[] {
  if (!changes.includes(SET_ASIDE)) return []
  try {
    return parseChanges(changes)
  } catch {
    return []
  }
}
