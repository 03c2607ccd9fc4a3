import { z } from 'zod'

import { ERROR_CODES } from '#core/kernel/errors.ts'
import { copyKeys } from '../copies/copy-keys.ts'

const bytes = z.instanceof(Uint8Array)
const length = z.int().min(0)
const names = z.array(z.string()).readonly()

/** What the carrying thread is started with. */
export const placeThreadData = z.strictObject({
  board: z.strictObject({
    database: z.string(),
    files: z.string(),
    keys: z.string(),
    journalHead: z.string(),
    numbers: z.string(),
  }),
  ring: z.array(copyKeys).readonly(),
  folder: z.string(),
  boardId: z.string(),
  begun: z.boolean(),
})

/** What it is told to do, one order after another: see `PlaceWriter`. */
export const placeThreadOrder = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open') }),
  z.strictObject({ do: z.literal('base'), end: length }),
  z.strictObject({ do: z.literal('adopt'), at: z.string() }),
  z.strictObject({ do: z.literal('ship'), end: length, files: names }),
  z.strictObject({ do: z.literal('cut'), from: length, tail: bytes, at: z.string() }),
  z.strictObject({ do: z.literal('rest'), at: z.string() }),
])
export type PlaceThreadOrder = Readonly<z.output<typeof placeThreadOrder>>

const found = z
  .strictObject({
    shipped: length.nullable(),
    whole: z.boolean(),
    sameDisk: z.boolean(),
    missing: names,
  })
  .readonly()

/** How an order went. What `open` found is told with it. */
export const placeThreadAnswer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('done'), found: found.nullable() }),
  z.strictObject({ type: z.literal('failed'), code: z.enum(ERROR_CODES) }),
])
export type PlaceThreadAnswer = Readonly<z.output<typeof placeThreadAnswer>>
