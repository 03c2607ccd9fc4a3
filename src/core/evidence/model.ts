import type { Instant } from '../kernel/calendar.ts'

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
  addedBy: string
  addedAt: Instant
}>

/** Whether a file came with a firm's note. */
export function isOfNote({ firmNoteId }: Pick<Evidence, 'firmNoteId'>): boolean {
  return firmNoteId !== null
}
