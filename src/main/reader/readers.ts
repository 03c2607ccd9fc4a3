import { DomainError } from '#core/kernel/errors.ts'
import type { ForeignFacts, ForeignKind } from '#core/letters/foreign-files.ts'
import type { ReadOutcome } from '#shared/protocol/reading.ts'
import { checkLogo } from './logo/check-logo.ts'
import { readPdfClaims } from './pdf-claims.ts'

type Readers = {
  readonly [Kind in ForeignKind]: (
    bytes: Uint8Array,
  ) => ForeignFacts[Kind] | Promise<ForeignFacts[Kind]>
}

/** Who reads which kind of file. A new kind is a line here, its facts in the port, its schema in the protocol. */
const READERS: Readers = { 'letter-claims': readPdfClaims, logo: checkLogo }

export function isForeignKind(text: unknown): text is ForeignKind {
  return typeof text === 'string' && Object.hasOwn(READERS, text)
}

/** Reads one file to its end, however long that takes. A flaw is an outcome; anything else raised is a fault of ours. */
export async function readForeignFile<Kind extends ForeignKind>(
  kind: Kind,
  bytes: Uint8Array,
): Promise<ReadOutcome<Kind>> {
  try {
    return { ok: true, facts: await READERS[kind](bytes) }
  } catch (error) {
    const flaw = error instanceof DomainError ? error.issues[0] : undefined
    if (flaw === undefined) throw error
    return { ok: false, why: 'flaw', flaw }
  }
}
