import { formatDate, vietnamDate, type Instant } from '../kernel/calendar.ts'
import { assertNever } from '../kernel/errors.ts'
import type { Block, DocumentPart, LetterDocument, Logo } from '../letters/document.ts'
import type { Settings } from '../settings/model.ts'
import type { CopiesLeft, ErasureSummary } from './model.ts'
import { CERTIFICATE_WORDS as WORDS } from './words.ts'

/** What a certificate states beside the register. */
export type CertificateFacts = Readonly<{
  number: string
  at: Instant
  settings: Settings
  logo: Logo | null
  nameOf: (personId: string) => string
  copies: CopiesLeft
  hasSecondPlace: boolean
}>

/** The symbol in its number. */
export const CERTIFICATE_SYMBOL = 'BB-XDL'

/** The certificate that what these cases told of persons was destroyed, on the board's paper; it names no complainant. */
export function certificateDocument(
  erasures: readonly ErasureSummary[],
  { number, at, settings, logo, nameOf, copies, hasSecondPlace }: CertificateFacts,
): LetterDocument {
  const { organisation, letters } = settings
  const { legalName, boardName, address, phone, email, website, taxCode } = organisation
  return {
    ...{ kind: 'BC', language: 'vi', title: `${WORDS.title} ${number}` },
    ...{ typeLine: WORDS.typeLine, subject: WORDS.subject },
    nationalHeading: letters.nationalHeading,
    issuer: { parentName: legalName, name: boardName, logo },
    ...{ number, symbol: CERTIFICATE_SYMBOL, place: organisation.place, date: vietnamDate(at) },
    recipientLines: [],
    parts: [
      part('opening', null, [paragraph(WORDS.opening(boardName))]),
      part('cases', WORDS.cases, [table(erasures, nameOf), ...reasons(erasures)]),
      part('destroyed', WORDS.destroyed, [{ type: 'list', items: WORDS.destroyedItems }]),
      part('kept', WORDS.kept, [paragraph(WORDS.keptText)]),
      part('copies', WORDS.copies, [
        paragraph(copiesText(copies)),
        ...(hasSecondPlace ? [paragraph(WORDS.secondPlace)] : []),
        paragraph(WORDS.elsewhere),
        paragraph(WORDS.brought),
      ]),
    ],
    signature: {
      authority: letters.authority,
      acting: letters.acting ?? '',
      title: letters.signatoryTitle,
      name: letters.signatoryName,
    },
    copies: [WORDS.filed],
    footer: { legalName, address, phone, email, website, taxCode },
    meta: {
      ...{ letterId: '', complaintCode: '', contentHash: null, auditHead: null, issuedAt: at },
    },
    draft: false,
  }
}

function table(erasures: readonly ErasureSummary[], nameOf: (id: string) => string): Block {
  const { code, closed, months, requested, decided, evidence, letters, shared } = WORDS.columns
  const column = (heading: string, width: number) => ({ heading, width })
  return {
    type: 'table',
    columns: [
      ...[column(code, 7), column(closed, 6), column(months, 4), column(requested, 9)],
      ...[column(decided, 9), column(evidence, 4), column(letters, 3), column(shared, 4)],
    ],
    rows: erasures.map((each) => [
      each.complaintCode,
      formatDay(each.closedAt),
      String(each.months),
      WORDS.person(nameOf(each.requestedBy), vietnamDate(each.requestedAt)),
      WORDS.person(nameOf(each.decidedBy), vietnamDate(each.erasedAt)),
      String(each.evidenceFiles),
      String(each.letterFiles),
      String(each.sharedFiles),
    ]),
  }
}

/** What was said when it was proposed, once for cases that were proposed with the same words. */
function reasons(erasures: readonly ErasureSummary[]): readonly Block[] {
  const byReason = Map.groupBy(erasures, ({ reason }) => reason)
  const items = [...byReason].map(([reason, cases]) =>
    WORDS.reason(cases.map(({ complaintCode }) => complaintCode).join(', '), reason),
  )
  return [paragraph(`${WORDS.reasons}:`), { type: 'list', items }]
}

function copiesText(copies: CopiesLeft): string {
  switch (copies.kind) {
    case 'until':
      return WORDS.until(copies.day, copies.copies)
    case 'none':
      return WORDS.none
    case 'server':
      return WORDS.server
    default:
      return assertNever(copies)
  }
}

const formatDay = (at: Instant): string => formatDate(vietnamDate(at))

function part(key: string, heading: string | null, blocks: readonly Block[]): DocumentPart {
  return { key, heading, blocks }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text }
}
