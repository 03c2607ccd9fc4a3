import { z } from 'zod'

import { GIVERS, type DoomedCopy, type Evidence } from '#core/evidence/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { id, line, localDate, trusted } from '../protocol/fields.ts'
import type { Ticket } from '../protocol/ticket.ts'

/** Files of a case, in and out. */
export const evidenceRoutes = {
  /** Asks to send one file. The answer to the upload itself is the stored {@link Evidence}. */
  'evidence.requestUpload': defineRoute({
    kind: 'unmanaged',
    access: 'evidence.add',
    input: z.strictObject({
      complaintId: id,
      firmNoteId: id.nullable(),
      fileName: line(500),
      size: z.int().min(0),
      givenBy: z.enum(GIVERS).nullable().default(null),
    }),
    output: trusted<Ticket>(),
  }),
  /** Says who gave a file; of old ones nobody was asked. */
  'evidence.setGiver': defineRoute({
    kind: 'command',
    access: 'evidence.add',
    input: z.strictObject({ id, givenBy: z.enum(GIVERS) }),
    output: trusted<Evidence>(),
  }),
  /** That a file is a copy of somebody's papers, and the day on which it goes. */
  'evidence.markIdentityCopy': defineRoute({
    kind: 'command',
    access: 'right.settle',
    input: z.strictObject({ id, identityCopy: z.boolean(), destroyOn: localDate.nullable() }),
    output: trusted<Evidence>(),
  }),
  /** Destroys a copy of papers: its entry stays. */
  'evidence.destroy': defineRoute({
    kind: 'unmanaged',
    access: 'right.settle',
    input: z.strictObject({ id }),
    output: trusted<Evidence>(),
  }),
  /** Copies of papers whose day has come. */
  'evidence.toDestroy': defineRoute({
    kind: 'query',
    access: 'right.settle',
    input: z.strictObject({}),
    output: trusted<readonly DoomedCopy[]>(),
  }),
  /** Opens or exports a file byte for byte; the hash is checked and the act is on record. */
  'evidence.requestDownload': defineRoute({
    kind: 'command',
    access: 'evidence.export',
    input: z.strictObject({ id }),
    output: trusted<Ticket & Readonly<{ evidence: Evidence }>>(),
  }),
} as const satisfies RoutesOf<'evidence'>
