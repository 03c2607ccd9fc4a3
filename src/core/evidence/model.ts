import type { Instant, LocalDate } from '../kernel/calendar.ts'

/** Who a file came from: whoever complains, or anybody else. */
export const GIVERS = ['complainant', 'other'] as const
export type Giver = (typeof GIVERS)[number]

/** A file kept under its SHA-256. The bytes never change; its custody is in the audit chain. */
export type Evidence = Readonly<{
  id: string
  complaintId: string
  firmNoteId: string | null
  sha256: string
  size: number
  /** As given by the person, NFC; data only, never a path. */
  fileName: string
  mediaType: string
  /** Null where it is not on record yet: a complainant's own copy is only made when it is. */
  givenBy: Giver | null
  addedBy: string
  addedAt: Instant
  /** A copy of somebody's papers: it is destroyed on its day, by hand and on record, and its entry stays. */
  identityCopy: boolean
  /** The day of its destruction; null until the identity was checked, which sets it. */
  destroyOn: LocalDate | null
  destroyedAt: Instant | null
  destroyedBy: string | null
}>

/** A copy of papers whose day has come, as lists have it. */
export type DoomedCopy = Readonly<{
  id: string
  complaintId: string
  complaintCode: string
  fileName: string
  destroyOn: LocalDate | null
}>

/** Whether a copy of papers is still kept. */
export function isKeptCopy({
  identityCopy,
  destroyedAt,
}: Pick<Evidence, 'identityCopy' | 'destroyedAt'>): boolean {
  return identityCopy && destroyedAt === null
}

/** Whether a file came with a firm's note. */
export function isOfNote({ firmNoteId }: Pick<Evidence, 'firmNoteId'>): boolean {
  return firmNoteId !== null
}
