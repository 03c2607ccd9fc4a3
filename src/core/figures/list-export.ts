import type { Shown } from '../complaints/cover.ts'
import type { ComplaintSummary } from '../complaints/model.ts'

/** What a list can be exported with; also the columns of the list in the window. */
export const EXPORT_COLUMNS = [
  'code',
  'status',
  'received',
  'due',
  'duty',
  'dueDay',
  'name',
  'subject',
  'stage',
  'severity',
  'assignee',
  'channel',
  'site',
  'outcome',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** More rows than anybody reads, and what is held in memory while the file is made. */
export const MAX_EXPORTED = 20_000

export type ExportRow = Shown<ComplaintSummary>
