import { z } from 'zod'

import type { Figure } from './measure.ts'

export const BENCH_NAMES = [
  'letters',
  'batch',
  'preview',
  'complaints',
  'lists',
  'start',
  'widgets',
  'stalls',
] as const
export type BenchName = (typeof BENCH_NAMES)[number]

export function isBench(name: string): name is BenchName {
  return BENCH_NAMES.some((each) => each === name)
}

const figures = z.array(
  z.object({
    name: z.string(),
    unit: z.string(),
    value: z.number(),
    peer: z.string(),
    peerValue: z.number(),
    ratio: z.number(),
  }),
)

/** What was measured, by bench; one never run is not there. */
export type Results = Readonly<Partial<Record<BenchName, readonly Figure[]>>>

/** What is known from earlier runs; anything else than results is none. */
export function readResults(stored: unknown): Results {
  return z.partialRecord(z.enum(BENCH_NAMES), figures).catch({}).parse(stored)
}

/** What a bench's process said it measured. */
export function readFigures(message: unknown): readonly Figure[] {
  return figures.parse(message)
}
