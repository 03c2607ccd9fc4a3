import { z } from 'zod'

import { LETTER, LETTER_KINDS } from '#core/letters/kinds.ts'
import {
  DISPATCH_CHANNELS,
  LETTER_STANDINGS,
  type Dispatch,
  type Letter,
  type LetterSummary,
  type WaitingLetters,
} from '#core/letters/model.ts'
import {
  MAX_LIST_TEXT,
  type Added,
  type AddresseePage,
  type AddresseeTally,
} from '#core/letters/addressees.ts'
import type { Shown } from '#core/complaints/cover.ts'
import type { LetterSituation } from '#core/letters/rules.ts'
import type { LostLetter, VerifiedLetter } from '#core/letters/verification.ts'
import type { MissingGlyph } from '#core/letters/document.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { MAX_FILE_BYTES } from '../protocol/envelope.ts'
import {
  id,
  instant,
  language,
  line,
  LIMITS,
  localDate,
  optionalLine,
  optionalText,
  pageSize,
  text,
  trusted,
  version,
} from '../protocol/fields.ts'
import { lateness } from '../protocol/lateness.ts'
import { particulars } from '../protocol/particulars.ts'
import type { Ticket } from '../protocol/ticket.ts'

/** A page on its way to the window, with what its typeface lacks. */
export type PageTicket = Ticket &
  Readonly<{ sha256: string; pages: number; missingGlyphs: readonly MissingGlyph[] }>

/** As many letters as one archive may hold: it is made in memory. */
export const MAX_LETTERS_PACKED = 1_000

const letterVersion = z.strictObject({ id, version })
/** A letter at the version somebody saw, with the SHA-256 of what it said. */
const letterAsSeen = z.strictObject({
  id,
  version,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
})
const kind = z.enum(LETTER_KINDS)
const variant = z.string().max(40)

const texts = {
  parts: z
    .array(z.strictObject({ key: z.string().max(40), text: optionalText(LIMITS.letterPart) }))
    .max(30),
  // A draft may wait for who signs it; without them it is not submitted (`SIGNATORY_MISSING`).
  signatory: z.strictObject({
    authority: line(200),
    acting: line(200).or(z.literal('')).default(''),
    title: line(200).or(z.literal('')),
    name: line(300).or(z.literal('')),
  }),
}

const letterFilter = z.strictObject({
  standings: z.array(z.enum(LETTER_STANDINGS)).min(1).optional(),
  kinds: z.array(kind).min(1).optional(),
  issuedFrom: localDate.optional(),
  issuedTo: localDate.optional(),
  ids: z.array(id).min(1).max(MAX_LETTERS_PACKED).optional(),
})

export const letterRoutes = {
  'letters.list': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({
      filter: letterFilter,
      after: z.strictObject({ latestAt: instant, id }).nullable(),
      limit: pageSize,
    }),
    output: trusted<readonly Shown<LetterSummary>[]>(),
  }),
  'letters.get': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({ id }),
    output: trusted<LetterSituation>(),
  }),
  /** Composes a draft from the facts. A draft may be incomplete; approval may not. */
  'letters.draft': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: z.strictObject({
      complaintId: id,
      // A sheet is never a draft: see `letters.sheet`.
      kind: kind.exclude([LETTER.intakeSheet]),
      variant,
      language,
      replacesId: id.nullable(),
    }),
    output: trusted<Letter>(),
  }),
  /** The acknowledgement, composed and handed to the second person in one act. */
  'letters.acknowledge': defineRoute({
    kind: 'command',
    access: 'letter.receive',
    input: z.strictObject({ complaintId: id, language }),
    output: trusted<Letter>(),
  }),
  /** The intake sheet, numbered and frozen at once, to be printed at the call; `readBack` says that it was read back. */
  'letters.sheet': defineRoute({
    kind: 'command',
    access: 'letter.receive',
    input: z.strictObject({
      complaintId: id,
      language,
      readBack: z.boolean().default(false),
      /** Asked for once the day for the answer is over. */
      answerBy: localDate.nullable().default(null),
    }),
    output: trusted<Letter>(),
  }),
  'letters.edit': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: z.strictObject({ id, version, ...texts }),
    output: trusted<Letter>(),
  }),
  /** What the letter is about beyond the facts of the case; parts nobody edited are composed anew. */
  'letters.setParticulars': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: z.strictObject({ id, version, variant, particulars }),
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
    input: letterAsSeen,
    output: trusted<Letter>(),
  }),
  /**
   * Approves and issues in one act, for exactly the content they saw: neither is done without the other. Whoever
   * calls may approve (`letter.approve`) too.
   */
  'letters.approveAndIssue': defineRoute({
    kind: 'command',
    access: 'letter.approve',
    input: letterAsSeen,
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
    kind: 'unmanaged',
    access: 'letter.read',
    input: z.strictObject({ id }),
    output: trusted<PageTicket>(),
  }),
  /** The page with texts not stored yet; of several asked for in a row only the newest is made. */
  'letters.previewTexts': defineRoute({
    kind: 'unmanaged',
    access: 'letter.write',
    input: z.strictObject({ id, ...texts }),
    output: trusted<PageTicket | Readonly<{ superseded: true }>>(),
  }),
  /** Starts the typesetter before it is needed. */
  'letters.warmUp': defineRoute({
    kind: 'unmanaged',
    access: 'letter.read',
    input: z.strictObject({}),
    output: trusted<Readonly<{ warm: true }>>(),
  }),
  /** An issued letter out of the house: its stored bytes, re-hashed, and on record. */
  'letters.export': defineRoute({
    kind: 'command',
    access: 'letter.export',
    input: z.strictObject({ id }),
    output: trusted<Ticket & Readonly<{ fileName: string }>>(),
  }),
  /** The same bytes for the printer, on record as printed. */
  'letters.print': defineRoute({
    kind: 'command',
    access: 'letter.receive',
    input: z.strictObject({ id }),
    output: trusted<Ticket & Readonly<{ fileName: string }>>(),
  }),
  /** An e-mail ready to be sent, with the issued letter attached. */
  'letters.mailDraft': defineRoute({
    kind: 'command',
    access: 'letter.mail',
    input: z.strictObject({ id }),
    output: trusted<Ticket & Readonly<{ fileName: string; to: string | null }>>(),
  }),
  /** That a letter left the house; stops the clocks it answers. */
  'letters.dispatch': defineRoute({
    kind: 'command',
    access: 'letter.dispatch',
    input: z.strictObject({
      letterId: id,
      channel: z.enum(DISPATCH_CHANNELS),
      sentOn: localDate,
      trackingNumber: optionalLine(500),
      evidenceId: id.nullable(),
      /** Asked for when it leaves after the end of a clock it stops. */
      ...lateness,
    }),
    output: trusted<Dispatch>(),
  }),
  /** Strikes out a dispatch recorded by mistake. */
  'letters.strikeDispatch': defineRoute({
    kind: 'command',
    access: 'letter.strikeDispatch',
    input: z.strictObject({ id, version, reason: text(2_000) }),
    output: trusted<Dispatch>(),
  }),
  /** How many issued letters an archive would hold, and how many of these kinds wait at each step. */
  'letters.count': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({ filter: letterFilter }),
    output: trusted<Readonly<{ letters: number; waiting: WaitingLetters }>>(),
  }),
  /** Many issued letters as one zip with their checksums. Tells its progress as events; `job` names it. */
  'letters.pack': defineRoute({
    kind: 'unmanaged',
    access: 'letter.pack',
    input: z.strictObject({ job: id, filter: letterFilter }),
    output: trusted<Ticket & Readonly<{ fileName: string; letters: number }>>(),
  }),
  'letters.stopPacking': defineRoute({
    kind: 'unmanaged',
    access: 'letter.export',
    input: z.strictObject({ job: id }),
    output: trusted<Readonly<{ stopped: boolean }>>(),
  }),
  /** Some of those a letter to many goes to, and how far the whole list is. */
  'letters.addressees': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({
      id,
      after: z.int().min(0),
      limit: pageSize,
      only: z.enum(['unusable', 'usable']).nullable(),
    }),
    output: trusted<AddresseePage>(),
  }),
  /** Reads lines into the list, in place of others that nobody was sent. Its lines are counted, so it is cleaned line by line. */
  'letters.addAddressees': defineRoute({
    kind: 'command',
    access: 'letter.write',
    input: z.strictObject({
      id,
      text: z.string().max(MAX_LIST_TEXT),
      /** Where a portion of a longer list begins in it, from 1. */
      firstLine: z.number().int().min(1).max(MAX_LIST_TEXT).default(1),
      insteadOf: z.array(id).max(5_000),
    }),
    output: trusted<Added>(),
  }),
  /** That copies left for some of the list, or for all who still wait. */
  'letters.sendToAddressees': defineRoute({
    kind: 'command',
    access: 'letter.dispatch',
    input: z.strictObject({
      id,
      ids: z.array(id).min(1).max(5_000).nullable(),
      channel: z.enum(DISPATCH_CHANNELS).exclude(['published']),
      sentOn: localDate,
      /** Asked for when they leave after the end of the clock the letter stops. */
      ...lateness,
    }),
    output: trusted<AddresseeTally>(),
  }),
  'letters.unsendAddressees': defineRoute({
    kind: 'command',
    access: 'letter.strikeDispatch',
    input: z.strictObject({ id, ids: z.array(id).min(1).max(5_000), reason: text(2_000) }),
    output: trusted<AddresseeTally>(),
  }),
  /** The copies of the list after a place as one zip, at most so many; `last` is where to go on. */
  'letters.packAddressees': defineRoute({
    kind: 'unmanaged',
    access: 'letter.pack',
    input: z.strictObject({ job: id, id, after: z.int().min(0) }),
    output: trusted<Ticket & Readonly<{ fileName: string; letters: number; last: number }>>(),
  }),
  /** Lets a window send a PDF to learn whether it is one of ours; it is not kept. */
  'letters.requestVerification': defineRoute({
    kind: 'unmanaged',
    access: 'letter.read',
    input: z.strictObject({ size: z.int().min(0).max(MAX_FILE_BYTES) }),
    output: trusted<Ticket>(),
  }),
  /** Finds issued letters by what a paper copy shows: its number or its check code. */
  'letters.verifyCopy': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({ code: line(100) }),
    output: trusted<readonly (VerifiedLetter | LostLetter)[]>(),
  }),
} as const satisfies RoutesOf<'letters'>
