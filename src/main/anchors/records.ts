import { z } from 'zod'

import type { GivenNumber } from '#core/audit/numbers.ts'
import type { RecordedHead } from '#core/audit/tail.ts'
import { openSealedText, sealText } from './seal.ts'

const place = {
  branch: z.int().min(1),
  sequence: z.int().min(0),
  hash: z.string(),
  at: z.string(),
}

const head = z.strictObject(place)

const given = z.strictObject({
  series: z.string(),
  value: z.int().positive(),
  complaintId: z.string().nullable(),
  letter: z
    .strictObject({
      letterId: z.string(),
      kind: z.string(),
      issuedOn: z.string(),
      contentHash: z.string(),
      pdfSha256: z.string(),
    })
    .nullable(),
})

const commit = z.strictObject({ ...place, given: z.array(given).readonly() })

/** The numbers one transaction gave out, and where the journal then ended. */
export type GivenAt = RecordedHead & Readonly<{ given: readonly GivenNumber[] }>

export function sealHead(key: Buffer, { branch, sequence, hash, at }: RecordedHead): string {
  return sealText(key, 'head', JSON.stringify({ branch, sequence, hash, at }))
}

/** Null for a text that is no head of this board's. */
export function openHead(key: Buffer, text: string): RecordedHead | null {
  const opened = openSealedText(key, 'head', text)
  return opened === null ? null : (head.safeParse(JSON.parse(opened)).data ?? null)
}

export function sealNumbers(key: Buffer, { branch, sequence, hash, at, given }: GivenAt): string {
  return sealText(key, 'numbers', JSON.stringify({ branch, sequence, hash, at, given }))
}

/** Null for a line that is none of this board's, or that was not written to its end. */
export function openNumbers(key: Buffer, line: string): GivenAt | null {
  const opened = openSealedText(key, 'numbers', line)
  return opened === null ? null : (commit.safeParse(JSON.parse(opened)).data ?? null)
}
