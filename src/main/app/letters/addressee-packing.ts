import { changedFields } from '#core/audit/model.ts'
import { requireIdentityOf } from '#core/case/command/covers.ts'
import { vietnamDate } from '#core/kernel/calendar.ts'
import { DomainError } from '#core/kernel/errors.ts'
import { requireFound } from '#core/kernel/guards.ts'
import { copyForAddressee, type Addressee } from '#core/letters/addressees.ts'
import { addressLines } from '#core/letters/composition/recipient.ts'
import { letterFileName } from '#core/letters/commands/export.ts'
import type { LetterDocument } from '#core/letters/document.ts'
import { requireLetterThere } from '#core/letters/rules.ts'
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
/** Copies put on record together: a transaction of at most some tens of milliseconds. */
const AT_A_TIME = 200

type Chosen = Readonly<{
  complaintId: string
  complaintCode: string
  number: string
  issuedAt: string
  master: LetterDocument
  addressees: readonly Addressee[]
}>

/**
 * Makes the copy of an issued letter for each of its list after a place, at most an archive's worth, and packs them. Each is set
 * by itself, with everybody else's work in between; by what it is known again is put on record in slices, so that whoever
 * has such a copy can have it verified. Raises `NOT_FOUND` where nobody is left, `CANCELLED` when it was stopped.
 */
export async function packAddressees(
  call: Call,
  { job, id, after }: ParsedInputOf<'letters.packAddressees'>,
): Promise<OutputOf<'letters.packAddressees'>> {
  const inner = await requireActor(call, 'letter.pack')
  const { emit, jobs, clock } = call.services
  return jobs.run(call.windowId, job, async (signal) => {
    const chosen = await choose(inner, id, after)
    const total = chosen.addressees.length
    const tell = (done: number): void =>
      emit({
        type: 'event',
        windowId: call.windowId,
        event: { type: 'progress', job, done, total },
      })
    tell(0)
    const hashes: { id: string; pdfSha256: string }[] = []
    const archive = await packLetters(copiesOf(inner, chosen, hashes), {
      onProgress: tell,
      signal,
    }).catch((error: unknown) => {
      throw signal.aborted ? new DomainError('CANCELLED') : error
    })
    for (let from = 0; from < hashes.length; from += AT_A_TIME) {
      const portion = hashes.slice(from, from + AT_A_TIME)
      await inTransaction(call, 'letter.pack', async (context) => {
        await context.repositories.addressees.keepHashes(portion)
        context.audit({
          action: 'letter.listExported',
          complaintId: chosen.complaintId,
          entity: 'letter',
          entityId: id,
          changes: changedFields({}, { addressees: portion.length }),
        })
      })
    }
    const name = `Hoi Am ${vietnamDate(clock.now())} ${chosen.number.replaceAll('/', '-')}.zip`
    const ticket = downloadTicket(inner, { name, mediaType: ZIP, bytes: archive.bytes })
    return {
      ticket,
      fileName: name,
      letters: total,
      last: chosen.addressees.at(-1)?.place ?? after,
    }
  })
}

async function choose(call: BoardCall, id: string, after: number): Promise<Chosen> {
  return reading(call, async (context) => {
    const { letters, addressees, complaints } = context.repositories
    const letter = requireFound(await letters.find(id))
    const { complaintId, number, issuedAt } = letter
    await requireIdentityOf(context, complaintId)
    requireLetterThere(letter)
    const master = await addressees.master(id)
    if (number === null || issuedAt === null || master === null) {
      throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'LETTER_NOT_ISSUED' }])
    }
    const rows = await addressees.page(id, { after, limit: MAX_LETTERS_PACKED, only: 'usable' })
    if (rows.length === 0) {
      throw new DomainError('NOT_FOUND', [{ path: '', code: 'NO_LETTERS' }])
    }
    const complaintCode = (await complaints.find(complaintId))?.code ?? ''
    return { complaintId, complaintCode, number, issuedAt, master, addressees: rows }
  })
}

async function* copiesOf(
  { services: { typesetter } }: BoardCall,
  { complaintCode, number, issuedAt, master, addressees }: Chosen,
  hashes: { id: string; pdfSha256: string }[],
): AsyncGenerator<ArchiveEntry> {
  const base = letterFileName(complaintCode, number).replace(/\.pdf$/u, '')
  for (const addressee of addressees) {
    const lines = addressLines(addressee, master.language)
    const { bytes, sha256 } = await typesetter.typeset(copyForAddressee(master, addressee, lines))
    hashes.push({ id: addressee.id, pdfSha256: sha256 })
    const place = String(addressee.place).padStart(4, '0')
    yield {
      fileName: `${base} ${place} ${addressee.name}.pdf`,
      modifiedAt: issuedAt,
      bytes,
      sha256,
    }
  }
}
