import { z } from 'zod'

import type { Issue } from '#core/kernel/errors.ts'
import { LOGO_FLAWS, MAX_LOGO_BYTES } from '#core/letters/logo.ts'
import type { ForeignFacts, ForeignKind } from '#core/letters/foreign-files.ts'

import { MAX_FILE_BYTES } from './envelope.ts'

/**
 * What the core, its host and the reader process say to each other of a foreign file. Every answer is parsed on each
 * side: whoever reads hostile files may have been taken over by one.
 */
export type ReadRequest = Readonly<{
  type: 'read'
  id: number
  kind: ForeignKind
  bytes: Uint8Array
}>

/** Why a file was not read although nothing is known to be wrong with it; said in words by the window. */
export const READ_LIMITS = ['time', 'memory', 'stopped', 'busy'] as const
export type ReadLimit = (typeof READ_LIMITS)[number]

export type ReadOutcome<Kind extends ForeignKind = ForeignKind> = Readonly<
  | { ok: true; facts: ForeignFacts[Kind] }
  | { ok: false; why: ReadLimit }
  /** The file was read, and is not what it has to be. */
  | { ok: false; why: 'flaw'; flaw: Issue }
>

/** What the reader process says. It lives, and is silent, while it has nothing to read. */
export type ReaderMessage = Readonly<
  { type: 'ready' } | { type: 'alive' } | { type: 'answer'; id: number; outcome: unknown }
>

const FACTS: { readonly [Kind in ForeignKind]: z.ZodType<ForeignFacts[Kind]> } = {
  'letter-claims': z
    .strictObject({
      letterId: z.guid().nullable(),
      contentHash: z.hex().length(64).nullable(),
      auditHead: z.strictObject({ sequence: z.int().min(0), hash: z.hex().length(64) }).nullable(),
    })
    .nullable(),
  logo: z.strictObject({
    mediaType: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']),
    bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MAX_LOGO_BYTES),
    width: z.number().positive(),
    height: z.number().positive(),
  }),
}

const read = z.strictObject({ ok: z.literal(true), facts: z.unknown() })

const limit = z.strictObject({ ok: z.literal(false), why: z.enum(READ_LIMITS) })

const flaw = z.strictObject({
  ok: z.literal(false),
  why: z.literal('flaw'),
  flaw: z.strictObject({
    path: z.literal('logo'),
    code: z.enum(LOGO_FLAWS),
    params: z
      .record(z.string().regex(/^[a-z]{1,20}$/u), z.union([z.number(), z.string().max(40)]))
      .exactOptional(),
  }),
})

const request = z.strictObject({
  type: z.literal('read'),
  id: z.int(),
  kind: z.enum(['letter-claims', 'logo']),
  bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= MAX_FILE_BYTES),
})

const readerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('alive') }),
  z.strictObject({ type: z.literal('answer'), id: z.int(), outcome: z.unknown() }),
])

/** Whether a value from a channel asks for a file of at most 50 MB to be read. */
export function isReadRequest(value: unknown): value is ReadRequest {
  return request.safeParse(value).success
}

/** A value from the reader's channel as its message; null for anything else. */
export function readerMessageOf(value: unknown): ReaderMessage | null {
  return readerMessage.safeParse(value).data ?? null
}

/** What somebody says became of a file of this kind; null when that cannot be. Carries nothing but the known facts. */
export function outcomeOf<Kind extends ForeignKind>(
  kind: Kind,
  value: unknown,
): ReadOutcome<Kind> | null {
  const outcome = z.union([read, limit, flaw]).safeParse(value).data
  if (outcome === undefined || !outcome.ok) return outcome ?? null
  const facts = FACTS[kind].safeParse(outcome.facts)
  return facts.success ? { ok: true, facts: facts.data } : null
}
