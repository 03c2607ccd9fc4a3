import { z } from 'zod'

import { DIRECTIONS, ENTRY_KINDS, type LogEntry, type Mention } from '#core/contacts/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, instant, optionalLine, text, trusted } from '../protocol/fields.ts'

/** The longest text of an entry. */
export const MAX_ENTRY = 10_000

/** The most colleagues one entry names. */
const MAX_MENTIONED = 20

/** The contact log of a case; it is read with the case (`complaints.open`). */
export const contactRoutes = {
  /** Puts an entry down (`id` null, version 0), corrects one, or takes it back with a reason. */
  'contacts.save': defineRoute({
    kind: 'command',
    access: 'complaint.edit',
    input: z.strictObject({
      complaintId: id,
      id: id.nullable(),
      version: z.int().min(0),
      kind: z.enum(ENTRY_KINDS),
      direction: z.enum(DIRECTIONS).nullable(),
      happenedAt: instant,
      spokenBy: id,
      contact: optionalLine(200),
      body: text(MAX_ENTRY),
      mentions: z.array(id).max(MAX_MENTIONED),
      withdrawn: optionalLine(500),
    }),
    output: trusted<LogEntry>(),
  }),
  /** Whoever an entry names has read it. */
  'contacts.markRead': defineRoute({
    kind: 'command',
    access: 'complaint.edit',
    input: z.strictObject({ id }),
    output: trusted<LogEntry>(),
  }),
  /** The entries whoever asks is named in and has not read; where they are, not what they say. */
  'contacts.mentions': defineRoute({
    kind: 'query',
    access: 'complaint.edit',
    input: z.strictObject({}),
    output: trusted<readonly Mention[]>(),
  }),
} as const satisfies RoutesOf<'contacts'>
