import type { QueryContext } from '../../ports/context.ts'
import { CHECK_CODE_LENGTH } from '../check-code.ts'
import type { Letter } from '../model.ts'
import type { Claims, Verification, VerifiedLetter } from '../verification.ts'

/**
 * Tells whether a file is one of the board's letters, unaltered. Only the SHA-256 of all its bytes
 * decides; what it claims merely finds the letter it was made from. `claims` is null for no PDF at all.
 */
export async function verifyFile(
  context: QueryContext,
  file: Readonly<{ sha256: string; claims: Claims | null }>,
): Promise<Verification> {
  const { letters } = context.repositories
  const same = await letters.findByPdf(file.sha256)
  const genuine = same === null ? null : await describe(context, same)
  if (genuine !== null) return { result: 'genuine', letter: genuine }
  if (file.claims === null) return { result: 'not-pdf' }
  const claimed = await findClaimed(context, file.claims)
  if (claimed === null) return { result: 'unknown' }
  const letter = await describe(context, claimed)
  return letter === null ? { result: 'draft' } : { result: 'altered', letter }
}

async function findClaimed(context: QueryContext, claims: Claims): Promise<Letter | null> {
  const { letters } = context.repositories
  const byId = claims.letterId === null ? null : await letters.find(claims.letterId)
  if (byId !== null || claims.contentHash === null) return byId
  const [byHash] = await letters.findByContentHash(claims.contentHash)
  return byHash ?? null
}

/**
 * The issued letters a paper copy may be: by its number (`01/TB-BQT`, of any year, newest first) or by
 * the check code at its foot, in any grouping.
 */
export async function verifyCopy(
  context: QueryContext,
  code: string,
): Promise<readonly VerifiedLetter[]> {
  const { letters } = context.repositories
  const compact = code.replace(/[\s·:-]/gu, '').toLowerCase()
  const isCode = /^[0-9a-f]+$/u.test(compact) && compact.length >= CHECK_CODE_LENGTH
  const found = isCode
    ? await letters.findByContentHash(compact)
    : await letters.findByNumber(paddedNumber(code))
  const described = await Promise.all(found.map((letter) => describe(context, letter)))
  return described.filter((letter) => letter !== null)
}

/** `1/tb-bqt` or `Số: 01/TB-BQT` as the number is kept: `01/TB-BQT`. */
function paddedNumber(text: string): string {
  const bare = text.replace(/^\D+|\s/gu, '').toUpperCase()
  const [number = '', symbol = ''] = bare.split('/')
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
