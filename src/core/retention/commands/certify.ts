import { changedFields } from '../../audit/model.ts'
import { vietnamDate, yearOf } from '../../kernel/calendar.ts'
import { DomainError, invalid } from '../../kernel/errors.ts'
import { requireFound } from '../../kernel/guards.ts'
import { letterNumber, letterSeries } from '../../kernel/series.ts'
import type { CommandContext } from '../../ports/context.ts'
import { loadSettings } from '../../ports/load-settings.ts'
import type { FileStore, Typesetter } from '../../ports/tools.ts'
import { CERTIFICATE_SYMBOL, certificateDocument } from '../certificate.ts'
import type { Certificate, CopiesLeft } from '../model.ts'

/** Of the board as it lies on its disk. */
export type CopyFacts = Readonly<{ copies: CopiesLeft; hasSecondPlace: boolean }>

/**
 * Certifies erasures on a paper of the board, numbered and kept as an issued letter is. Raises `INVALID_INPUT` for one that is
 * certified already, and `NOT_ALLOWED` while a file of any erasure is still there: it would not be true.
 */
export async function certifyErasures(
  context: CommandContext,
  { ids }: Readonly<{ ids: readonly string[] }>,
  { copies, hasSecondPlace }: CopyFacts,
  tools: Readonly<{ typesetter: Typesetter; files: FileStore }>,
): Promise<Certificate> {
  const { repositories, clock, actor } = context
  const erasures = await repositories.erasures.byIds(ids)
  if (erasures.length !== new Set(ids).size) throw new DomainError('NOT_FOUND')
  if (erasures.some(({ certificateId }) => certificateId !== null)) {
    throw invalid('ids', 'ERASURE_CERTIFIED')
  }
  if ((await repositories.erasures.doomed()).length > 0) {
    throw new DomainError('NOT_ALLOWED', [{ path: '', code: 'FILES_NOT_DESTROYED' }])
  }
  const at = clock.now()
  const series = letterSeries(CERTIFICATE_SYMBOL, yearOf(vietnamDate(at)))
  const number = letterNumber(await repositories.series.next(series), CERTIFICATE_SYMBOL)
  const people = new Map((await repositories.people.all()).map((each) => [each.id, each.fullName]))
  const document = certificateDocument(erasures, {
    ...{ number, at, copies, hasSecondPlace },
    settings: await loadSettings(repositories),
    logo: await repositories.settings.logo(),
    nameOf: (id) => people.get(id) ?? '',
  })
  const { bytes } = await tools.typesetter.typeset(document)
  const { sha256: pdfSha256 } = await tools.files.put(bytes)
  const certificate: Certificate = {
    ...{ id: context.ids.next(), version: 1, number, madeAt: at },
    ...{ madeBy: actor.personId, pdfSha256 },
  }
  await repositories.erasures.insertCertificate(certificate)
  for (const { complaintCode: _code, certificateNumber: _number, ...erasure } of erasures) {
    await repositories.erasures.update({ ...erasure, certificateId: certificate.id })
  }
  record(context, 'erasure.certified', certificate, { cases: erasures.length })
  return certificate
}

/** Takes a certificate out, byte for byte, re-hashed on the way and on record. */
export async function exportCertificate(
  context: CommandContext,
  { id }: Readonly<{ id: string }>,
  files: FileStore,
): Promise<Readonly<{ fileName: string; bytes: Uint8Array }>> {
  const certificate = requireFound(await context.repositories.erasures.certificate(id))
  const bytes = await files.get(certificate.pdfSha256)
  record(context, 'erasure.certificateExported', certificate, {})
  return { fileName: `${certificate.number.replaceAll('/', '-')}.pdf`, bytes }
}

function record(
  context: CommandContext,
  action: 'erasure.certified' | 'erasure.certificateExported',
  { id, number, pdfSha256 }: Certificate,
  facts: Readonly<Record<string, number>>,
): void {
  context.audit({
    ...{ action, complaintId: null, entity: 'certificate', entityId: id },
    changes: changedFields({}, { number, pdfSha256, ...facts }),
  })
}
