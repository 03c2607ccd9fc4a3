import type { LostNumber } from '../../audit/numbers.ts'
import type { QueryContext } from '../../ports/context.ts'
import { CHECK_CODE_LENGTH } from '../check-code.ts'
import { LETTER_KINDS } from '../kinds.ts'
import type { Letter } from '../model.ts'
import type {
  Claims,
  JournalAgreement,
  JournalPlace,
  LostLetter,
  Verification,
  VerifiedLetter,
} from '../verification.ts'

/**
 * Tells whether a file is one of the board's letters, unaltered. Only the SHA-256 of all its bytes
 * decides; what it claims merely finds the letter it was made from. `claims` is null for no PDF at all.
 */
export async function verifyFile(
  context: QueryContext,
  file: Readonly<{ sha256: string; claims: Claims | null }>,
): Promise<Verification> {
  const { letters, losses } = context.repositories
  const journal = await agreement(context, file.claims?.auditHead ?? null)
  const same = (await letters.findByPdf(file.sha256)) ?? (await findCopied(context, file.sha256))
  const genuine = same === null ? null : await describe(context, same)
  if (genuine !== null) return { result: 'genuine', letter: genuine, journal }
  const lost = await losses.numbers()
  const lostSame = describeLost(lost.find(({ pdfSha256 }) => pdfSha256 === file.sha256))
  if (lostSame !== null) return { result: 'lost', letter: lostSame, journal }
  if (file.claims === null) return { result: 'not-pdf' }
  const claimed = await findClaimed(context, file.claims)
  if (claimed !== null) {
    const letter = await describe(context, claimed)
    return letter === null ? { result: 'draft' } : { result: 'altered', letter, journal }
  }
  const lostClaimed = describeLost(findLost(lost, file.claims))
  return lostClaimed === null
    ? { result: 'unknown', journal }
    : { result: 'lost-altered', letter: lostClaimed, journal }
}

/** The letter of which a file is an addressee's copy, byte for byte. */
async function findCopied({ repositories }: QueryContext, sha256: string): Promise<Letter | null> {
  const id = await repositories.addressees.letterOfCopy(sha256)
  return id === null ? null : repositories.letters.find(id)
}

async function agreement(
  { repositories }: QueryContext,
  claimed: JournalPlace | null,
): Promise<JournalAgreement> {
  if (claimed === null || claimed.sequence === 0) return null
  const [there] = await repositories.audit.page({}, claimed.sequence + 1, 1)
  if (there?.sequence !== claimed.sequence) return 'behind'
  return there.hash === claimed.hash ? 'agrees' : 'other'
}

async function findClaimed(context: QueryContext, claims: Claims): Promise<Letter | null> {
  const { letters } = context.repositories
  const byId = claims.letterId === null ? null : await letters.find(claims.letterId)
  if (byId !== null || claims.contentHash === null) return byId
  const [byHash] = await letters.findByContentHash(claims.contentHash)
  return byHash ?? null
}

function findLost(lost: readonly LostNumber[], claims: Claims): LostNumber | undefined {
  return (
    lost.find(({ letterId }) => letterId !== null && letterId === claims.letterId) ??
    lost.find(({ contentHash }) => contentHash !== null && contentHash === claims.contentHash)
  )
}

/**
 * The issued letters a paper copy may be: by its number (`01/TB-BQT`, of any year, newest first) or by
 * the check code at its foot, in any grouping. Those whose cases are lost come last.
 */
export async function verifyCopy(
  context: QueryContext,
  code: string,
): Promise<readonly (VerifiedLetter | LostLetter)[]> {
  const { letters, losses } = context.repositories
  const compact = code.replace(/[\s·:-]/gu, '').toLowerCase()
  const isCode = /^[0-9a-f]+$/u.test(compact) && compact.length >= CHECK_CODE_LENGTH
  const number = paddedNumber(code)
  const found = isCode
    ? await letters.findByContentHash(compact)
    : await letters.findByNumber(number)
  const described = await Promise.all(found.map((letter) => describe(context, letter)))
  const lost = (await losses.numbers()).filter(({ contentHash, written }) =>
    isCode ? (contentHash?.startsWith(compact) ?? false) : written === number,
  )
  return [...described, ...lost.map(describeLost)].filter((letter) => letter !== null)
}

/** Null where the number was not a letter's, or nothing else is known of it. */
function describeLost(lost: LostNumber | undefined): LostLetter | null {
  const kind = LETTER_KINDS.find((each) => each === lost?.kind)
  if (lost === undefined || kind === undefined || lost.issuedOn === null) return null
  const { written: number, issuedOn, complaintCode, lostAt } = lost
  return { number, kind, issuedOn, complaintCode, lostAt }
}

/** `1/tb-bqt`, `Số: 01/TB–BQT` or `01-TB-BQT`, as the program names a file, as the number is kept: `01/TB-BQT`. */
function paddedNumber(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\p{Pd}−]/gu, '-')
  const bare = plain.replace(/^\D+|\s/gu, '').toUpperCase()
  const [number = '', symbol = ''] = bare.replace(/^(\d+)-/u, '$1/').split('/')
  return `${number.replace(/^0+(?=\d)/u, '').padStart(2, '0')}/${symbol}`
}

async function describe(context: QueryContext, letter: Letter): Promise<VerifiedLetter | null> {
  const { id, complaintId, kind, language, number, issuedOn, pages } = letter
  if (letter.state !== 'issued' || number === null || issuedOn === null) return null
  const { complaints, letters } = context.repositories
  const complaint = await complaints.find(complaintId)
  const siblings = await letters.ofComplaint(complaintId)
  const successor = siblings.find((each) => each.replacesId === id && each.state === 'issued')
  return {
    letterId: id,
    complaintId,
    complaintCode: complaint?.code ?? '',
    kind,
    language,
    number,
    issuedOn,
    pages: pages ?? 1,
    replacedBy: successor?.number ?? null,
  }
}
