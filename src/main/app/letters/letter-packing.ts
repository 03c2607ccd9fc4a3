import { changedFields } from '#core/audit/model.ts'
import { coversOf } from '#core/case/command/covers.ts'
import { requireShown } from '#core/complaints/cover.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { issuedOnly, letterFileName } from '#core/letters/commands/export.ts'
import type { LetterCursor, LetterSummary } from '#core/letters/model.ts'
import type { LetterFilter } from '#core/letters/model.ts'
import { isErasedLetter } from '#core/letters/rules.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { MAX_LETTERS_PACKED } from '#shared/contract/letters.ts'
import { packLetters, type ArchiveEntry } from '../../exports/letter-archive.ts'
import { downloadTicket } from '../../dispatch/file-tickets.ts'
import {
  inTransaction,
  reading,
  requireActor,
  type BoardCall,
  type Call,
} from '../../dispatch/route.ts'

const ZIP = 'application/zip'
const PER_PAGE = 200

type Chosen = Pick<LetterSummary, 'id' | 'complaintId' | 'complaintCode'> &
  Readonly<{ number: string; pdfSha256: string; issuedAt: string }>

/**
 * Packs issued letters into one archive, each re-hashed on the way, and puts every one of them on record
 * as exported. Raises `NOT_FOUND` when there is none, `TOO_LARGE` when there are more than an archive may
 * hold, `CANCELLED` when it was stopped; nothing is on record then, for nothing left.
 */
export async function packIssued(
  call: Call,
  { job, filter }: ParsedInputOf<'letters.pack'>,
): Promise<OutputOf<'letters.pack'>> {
  const inner = await requireActor(call, 'letter.pack')
  const { emit, jobs, clock } = call.services
  return jobs.run(call.windowId, job, async (signal) => {
    const letters = await chooseLetters(inner, issuedOnly(filter))
    const tell = (done: number): void =>
      emit({
        type: 'event',
        windowId: call.windowId,
        event: { type: 'progress', job, done, total: letters.length },
      })
    tell(0)
    const archive = await packLetters(entriesOf(inner, letters), {
      onProgress: tell,
      signal,
    }).catch((error: unknown) => {
      throw signal.aborted ? new DomainError('CANCELLED') : error
    })
    await recordExport(call, letters)
    const name = `Hoi Am ${vietnamDate(clock.now())}.zip`
    const ticket = downloadTicket(inner, { name, mediaType: ZIP, bytes: archive.bytes })
    return { ticket, fileName: name, letters: letters.length }
  })
}

export async function stopPacking(
  call: Call,
  { job }: Readonly<{ job: string }>,
): Promise<Readonly<{ stopped: boolean }>> {
  await requireActor(call, 'letter.export')
  return { stopped: call.services.jobs.stop(call.windowId, job) }
}

async function chooseLetters(call: BoardCall, filter: LetterFilter): Promise<readonly Chosen[]> {
  return reading(call, async (context) => {
    const { letters } = context.repositories
    const count = await letters.count(filter)
    if (count === 0) throw noLetters()
    if (count > MAX_LETTERS_PACKED) {
      throw new DomainError('TOO_LARGE', [
        { path: '', code: 'TOO_MANY_LETTERS', params: { count, most: MAX_LETTERS_PACKED } },
      ])
    }
    const chosen: Chosen[] = []
    let after: LetterCursor | null = null
    for (;;) {
      const page: readonly LetterSummary[] = await letters.page(filter, PER_PAGE, after)
      for (const { id, complaintId, complaintCode } of page) {
        const letter = await letters.find(id)
        if (letter === null || isErasedLetter(letter)) continue
        const { number, pdfSha256, issuedAt } = letter
        if (number === null || pdfSha256 === null || issuedAt === null) continue
        chosen.push({ id, complaintId, complaintCode, number, pdfSha256, issuedAt })
      }
      const last = page.at(-1)
      if (last === undefined || page.length < PER_PAGE) {
        if (chosen.length === 0) throw noLetters()
        const cover = await coversOf(
          context,
          chosen.map(({ complaintId }) => complaintId),
        )
        for (const { complaintId } of chosen) requireShown(cover(complaintId))
        return chosen
      }
      after = { latestAt: last.latestAt, id: last.id }
    }
  })
}

function noLetters(): DomainError {
  return new DomainError('NOT_FOUND', [{ path: '', code: 'NO_LETTERS' }])
}

async function* entriesOf(
  { board }: BoardCall,
  letters: readonly Chosen[],
): AsyncGenerator<ArchiveEntry> {
  for (const { complaintCode, number, pdfSha256, issuedAt } of letters) {
    yield {
      fileName: letterFileName(complaintCode, number),
      modifiedAt: issuedAt,
      bytes: await board.files.get(pdfSha256),
      sha256: pdfSha256,
    }
  }
}

async function recordExport(call: Call, letters: readonly Chosen[]): Promise<void> {
  await inTransaction(call, 'letter.pack', async (context) => {
    for (const { id, complaintId, pdfSha256 } of letters) {
      context.audit({
        action: 'letter.exported',
        complaintId,
        entity: 'letter',
        entityId: id,
        changes: changedFields({}, { pdfSha256 }),
      })
    }
  })
}
