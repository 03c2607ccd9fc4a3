import { vietnamDate } from '#core/kernel/calendar.ts'
import type { CommandContext } from '#core/ports/context.ts'
import { certifyErasures, exportCertificate } from '#core/retention/commands/certify.ts'
import type { Certificate, CopiesLeft } from '#core/retention/model.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts'
import { lastKeptUntil } from '../../copies/keeping.ts'
import { downloadTicket } from '../../dispatch/file-tickets.ts'
import type { BoardCall } from '../../dispatch/route.ts'
import type { Desk } from '../../workspace/desk.ts'

/** Certifies erasures, with what the copies of the board still hold of them. */
export async function certify(
  context: CommandContext,
  input: ParsedInputOf<'retention.certify'>,
  { board, services: { desk, typesetter } }: BoardCall,
): Promise<Certificate> {
  const erasures = await context.repositories.erasures.byIds(input.ids)
  const last = erasures
    .map(({ erasedAt }) => erasedAt)
    .toSorted()
    .at(-1)
  const copies = await copiesLeft(desk, last ?? context.clock.now())
  const hasSecondPlace = desk.secondPlace.state() !== null
  const tools = { typesetter, files: board.files }
  return certifyErasures(context, input, { copies, hasSecondPlace }, tools)
}

/** The copies made before this moment, and when the last of them goes. */
async function copiesLeft(
  desk: Pick<Desk, 'engine' | 'snapshots'>,
  at: string,
): Promise<CopiesLeft> {
  if (desk.engine !== 'sqlite') return { kind: 'server' }
  const { kept } = await desk.snapshots()
  const holding = kept.filter((copy) => copy.at <= at)
  if (holding.length === 0) return { kind: 'none' }
  return { kind: 'until', day: lastKeptUntil(vietnamDate(at)), copies: holding.length }
}

export async function takeCertificate(
  context: CommandContext,
  input: ParsedInputOf<'retention.certificate'>,
  call: BoardCall,
): Promise<OutputOf<'retention.certificate'>> {
  const { bytes, fileName } = await exportCertificate(context, input, call.board.files)
  const file = { name: fileName, mediaType: 'application/pdf', bytes }
  return { ticket: downloadTicket(call, file), fileName }
}
