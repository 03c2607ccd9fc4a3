import { z } from 'zod'

import { LETTER_KINDS } from '#core/letters/kinds.ts'
import type { HousePhrase } from '#core/phrases/model.ts'
import { defineRoute, type RoutesOf } from '../protocol/define.ts'
import { LIMITS, optionalText, trusted } from '../protocol/fields.ts'

const slot = { kind: z.enum(LETTER_KINDS), variant: z.string().max(40), part: z.string().max(40) }

/** The wording of letters. What the board did not touch is as shipped. */
export const phraseRoutes = {
  'phrases.list': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject({}),
    output: trusted<readonly HousePhrase[]>(),
  }),
  'phrases.history': defineRoute({
    kind: 'query',
    access: 'letter.read',
    input: z.strictObject(slot),
    output: trusted<readonly HousePhrase[]>(),
  }),
  /** `version` is the newest one seen, 0 for none. */
  'phrases.save': defineRoute({
    kind: 'command',
    access: 'phrase.manage',
    input: z.strictObject({
      ...slot,
      version: z.int().min(0),
      vi: optionalText(LIMITS.letterPart),
      en: optionalText(LIMITS.letterPart),
    }),
    output: trusted<HousePhrase>(),
  }),
  /** Gives a slot back to the shipped wording. */
  'phrases.reset': defineRoute({
    kind: 'command',
    access: 'phrase.manage',
    input: z.strictObject({ ...slot, version: z.int().min(1) }),
    output: trusted<HousePhrase>(),
  }),
} as const satisfies RoutesOf<'phrases'>
