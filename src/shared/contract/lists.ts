import { z } from 'zod'

import type { Match } from '#core/complaints/matches.ts'
import { EXPORT_COLUMNS, EXPORT_FORMATS, MOST_EXPORTED } from '#core/figures/list-export.ts'
import type { SavedView } from '#core/views/model.ts'
import { complaintFilter, listOrder } from './complaints.ts'
import { defineRoute } from '../protocol/define.ts'
import { id, line, trusted, version } from '../protocol/fields.ts'

/** The most cases that change hands in one act. */
const MOST_ASSIGNED = 500

/** What is done with many complaints at once, and the lists people keep of them. */
export const listRoutes = {
  'complaints.assignMany': defineRoute({
    kind: 'command',
    access: 'complaint.assign',
    input: z.strictObject({
      ids: z.array(id).min(1).max(MOST_ASSIGNED),
      assigneeId: id.nullable(),
    }),
    /** How many changed hands; what is over, or already theirs, stays as it is. */
    output: trusted<Readonly<{ assigned: number; left: number }>>(),
  }),
  /** The list as a file: of these complaints, or of all that a filter finds. */
  'complaints.exportList': defineRoute({
    kind: 'command',
    access: 'complaint.export',
    input: z.strictObject({
      filter: complaintFilter,
      order: listOrder,
      ids: z.array(id).max(MOST_EXPORTED).nullable(),
      columns: z.array(z.enum(EXPORT_COLUMNS)).min(1),
      format: z.enum(EXPORT_FORMATS),
      language: z.enum(['vi', 'en']),
    }),
    output: trusted<Readonly<{ ticket: string; fileName: string; rows: number }>>(),
  }),
  /** Where some found cases say what was searched for, as far as one may read it. */
  'complaints.matches': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({ ids: z.array(id).max(200), search: z.string().max(200) }),
    output: trusted<readonly Match[]>(),
  }),
  'views.list': defineRoute({
    kind: 'query',
    access: 'complaint.read',
    input: z.strictObject({}),
    output: trusted<readonly SavedView[]>(),
  }),
  'views.save': defineRoute({
    kind: 'command',
    access: 'view.keep',
    input: z.strictObject({
      id: id.nullable(),
      version: z.int().min(0),
      name: line(80),
      query: z.string().max(4_000),
      shared: z.boolean(),
    }),
    output: trusted<SavedView>(),
  }),
  'views.remove': defineRoute({
    kind: 'command',
    access: 'view.keep',
    input: z.strictObject({ id, version }),
    output: trusted<null>(),
  }),
} as const
