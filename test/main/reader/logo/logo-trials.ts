import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDeflate } from 'node:zlib'
import { expect } from 'vitest'
import { DomainError } from '#core/kernel/errors.ts'
import type { CheckedLogo } from '#core/letters/logo.ts'
import { tryLogo } from '#main/letters/try-logo.ts'
import { checkLogo } from '#main/reader/logo/check-logo.ts'
import type { Typesetter } from '#core/ports/tools.ts'

/** `LOGO_…`, with the reason behind it where there is one. */
export async function flawOf(bytes: Uint8Array): Promise<string> {
  try {
    await checkLogo(bytes)
    return 'none'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const [issue] = error.issues
    expect(error.issues).toHaveLength(1)
    expect(error.code).toBe('INVALID_INPUT')
    expect(issue?.path).toBe('logo')
    return [issue?.code, issue?.params?.['reason']].filter((each) => each !== undefined).join(' ')
  }
}

/** Zeros by the megabyte, packed without ever holding them all. */
export async function packedZeros(megabytes: number): Promise<Buffer> {
  const megabyte = Buffer.alloc(1_000_000)
  const zeros = Readable.from(Array<Buffer>(megabytes).fill(megabyte))
  return buffer(zeros.pipe(createDeflate({ level: 9 })))
}

/** Checked, then printed on a trial letter. */
export async function printed(
  bytes: Uint8Array,
  typesetter: Pick<Typesetter, 'typeset'>,
): Promise<CheckedLogo> {
  const logo = await checkLogo(bytes)
  await tryLogo(logo, typesetter)
  return logo
}
