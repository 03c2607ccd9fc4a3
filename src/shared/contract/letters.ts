import { z } from 'zod'

import type { Issue } from '#core/kernel/errors.ts'
import type { Status } from '#core/complaints/model.ts'
import { LETTER_STATES, type Letter, type LetterSummary } from '#core/letters/model.ts'
import type { Ticket } from './case.ts'
import { defineRoute } from './define.ts'
import {
  id,
  instant,
  language,
  line,
  LIMITS,
  optionalText,
  pageSize,
  text,
  trusted,
  version,
} from './fields.ts'

/** What the letter room needs beside the letter: what still blocks each next act, and whether facts moved on. */
export type LetterFile = Readonly<{
  letter: Letter
  missing: readonly Issue[]
  factsChanged: boolean
  complaintStatus: Status
}>

const letterVersion = z.strictObject({ id, version })

export const letterRoutes = {
  'letters.list': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({
      states: z.array(z.enum(LETTER_STATES)).min(1),
      after: z.strictObject({ createdAt: instant, id }).nullable(),
      limit: pageSize,
    }),
    output: trusted<readonly LetterSummary[]>(),
  }),
  'letters.get': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({ id }),
    output: trusted<LetterFile>(),
  }),
  /** Composes a draft from the facts. A draft may be incomplete; approval may not. */
  'letters.draft': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: z.strictObject({ complaintId: id, kind: z.enum(['L4']), language }),
    output: trusted<Letter>(),
  }),
  'letters.edit': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: z.strictObject({
      id,
      version,
      parts: z
        .array(z.strictObject({ key: z.string().max(40), text: optionalText(LIMITS.letterPart) }))
        .max(30),
      signatory: z.strictObject({ authority: line(200), title: line(200), name: line(300) }),
    }),
    output: trusted<Letter>(),
  }),
  /** Composes one part (or, with null, every part) anew from the facts as they are now. */
  'letters.recompose': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: z.strictObject({ id, version, part: z.string().max(40).nullable() }),
    output: trusted<Letter>(),
  }),
  'letters.discard': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: letterVersion,
    output: trusted<Readonly<{ removed: true }>>(),
  }),
  'letters.submit': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: letterVersion,
    output: trusted<Letter>(),
  }),
  /** Takes a submitted or approved letter back to draft; an approval given is void. */
  'letters.reopen': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: letterVersion,
    output: trusted<Letter>(),
  }),
  /** By a second person, for exactly the content they saw. */
  'letters.approve': defineRoute({
    kind: 'command',
    access: 'letter.approve',
    input: z.strictObject({ id, version, contentHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: trusted<Letter>(),
  }),
  'letters.return': defineRoute({
    kind: 'command',
    access: 'letter.approve',
    input: z.strictObject({ id, version, remark: text(2_000) }),
    output: trusted<Letter>(),
  }),
  /** Numbers, dates, typesets, stores and freezes the letter; the complaint becomes answered. */
  'letters.issue': defineRoute({
    kind: 'command',
    access: 'letter.issue',
    input: letterVersion,
    output: trusted<Letter>(),
  }),
  /** The very PDF as it stands (or stood when issued), for the page beside the text. */
  'letters.preview': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({ id }),
    output: trusted<Ticket & Readonly<{ sha256: string; pages: number }>>(),
  }),
  /** An issued letter out of the house: its stored bytes, re-hashed, and on record. */
  'letters.export': defineRoute({
    kind: 'command',
    access: 'letter.export',
    input: z.strictObject({ id }),
    output: trusted<Ticket & Readonly<{ fileName: string }>>(),
  }),
} as const
