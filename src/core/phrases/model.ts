import type { Instant } from '../kernel/calendar.ts'
import type { Variant } from '../letters/kind-record.ts'
import type { LetterKind } from '../letters/kinds.ts'

/** Where a phrase stands: a part of a kind of letter; `variant` is empty for the wording all variants share. */
export type PhraseSlot = Readonly<{ kind: LetterKind; variant: Variant; part: string }>

/**
 * One version of the board's own wording of a slot. Versions only grow and none is ever changed. Null
 * texts give the slot back to the shipped wording; never one language without the other.
 */
export type HousePhrase = PhraseSlot &
  Readonly<{
    version: number
    vi: string | null
    en: string | null
    authorId: string
    createdAt: Instant
  }>
