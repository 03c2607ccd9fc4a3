import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { LetterDocument } from '#core/letters/document.ts'
import type { Claims } from '#core/letters/verification.ts'
import { keywordsOf } from '#core/letters/letter-keywords.ts'
import { readPdfClaims } from '#main/reader/pdf-claims.ts'
import { RESULT_LETTER_VI } from '#test/fixtures/letters/sample-documents.ts'
import { realTypesetter, run, temporaryPdf } from '#test/main/letters/pdf-tools.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const ID = '01980f6e-3b58-7c30-9d2f-6f0c0a1b2c3d'
const OTHER_ID = '01980f6e-3b58-7c30-9d2f-000000000000'
const HASH = 'ab'.repeat(32)
/** As a letter is written, with the journal's head as it really is. */
const WORDS = keywordsOf({
  kind: 'L4',
  meta: {
    letterId: ID,
    complaintCode: 'KN-2026-0042',
    contentHash: HASH,
    auditHead: `20:${'0f'.repeat(32)}`,
    issuedAt: '2026-11-20T08:30:00.000Z',
  },
}).join(', ')
const HEAD = { sequence: 20, hash: '0f'.repeat(32) }
const CLAIMS: Claims = { letterId: ID, contentHash: HASH, auditHead: HEAD }
const NOTHING: Claims = { letterId: null, contentHash: null, auditHead: null }

function claimsOf(body: string | Buffer): Claims | null {
  return readPdfClaims(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(body)]))
}

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])
}

function packed(dictionary: string, content: string, end = '\n'): Buffer {
  return Buffer.concat([
    Buffer.from(`1 0 obj\n<< ${dictionary} /Filter /FlateDecode >>\nstream${end}`),
    deflateSync(Buffer.from(content)),
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

describe('a letter of ours', () => {
  const typesetter = realTypesetter()
  const folder = mkdtempSync(join(tmpdir(), 'claims-'))
  const { letterId, contentHash } = RESULT_LETTER_VI.meta
  const [sequence, hash = ''] = RESULT_LETTER_VI.meta.auditHead?.split(':') ?? []
  const own: Claims = { letterId, contentHash, auditHead: { sequence: Number(sequence), hash } }
  let file = ''

  beforeAll(async () => {
    file = temporaryPdf((await typesetter.typeset(RESULT_LETTER_VI)).bytes)
  })
  afterAll(() => typesetter.close())

  function savedBy(args: (from: string, to: string) => readonly string[]): Buffer {
    const to = join(folder, 'saved.pdf')
    run('qpdf', args(file, to))
    return readFileSync(to)
  }

  it('says which it is', () => {
    expect(readPdfClaims(readFileSync(file))).toEqual(own)
  })

  it('is silent about what it was not given', async () => {
    const form: LetterDocument = {
      ...RESULT_LETTER_VI,
      kind: 'L9',
      meta: { ...RESULT_LETTER_VI.meta, complaintCode: '', contentHash: null, auditHead: null },
    }
    const { bytes } = await typesetter.typeset(form)
    expect(readPdfClaims(bytes)).toEqual({ ...NOTHING, letterId })
  })

  it.each([
    ['--qdf', (from, to) => ['--qdf', from, to]],
    ['--object-streams', (from, to) => ['--object-streams=generate', from, to]],
    ['--linearize', (from, to) => ['--linearize', '--object-streams=generate', from, to]],
    ['--pages', (from, to) => [from, '--pages', '.', '1', '--', to]],
    [
      'readable metadata',
      (from, to) => [
        '--encrypt',
        '',
        '',
        '128',
        '--use-aes=y',
        '--cleartext-metadata',
        '--',
        from,
        to,
      ],
    ],
  ] as const satisfies readonly (readonly [string, Parameters<typeof savedBy>[0]])[])(
    'is still recognised, saved with %s',
    (_name, args) => {
      expect(readPdfClaims(savedBy(args))).toEqual(own)
    },
  )

  it('is recognised by either of the two places alone', () => {
    const saved = savedBy((from, to) => ['--object-streams=generate', from, to]).toString('latin1')
    expect(saved).not.toContain('/Keywords')
    const onlyPacked = saved.replaceAll('pdf:Keywords', 'pdf:Nothings')
    expect(readPdfClaims(Buffer.from(onlyPacked, 'latin1'))).toEqual(own)
    const onlyMetadata = readFileSync(file).toString('latin1').replaceAll('/Keywords', '/Nothings')
    expect(readPdfClaims(Buffer.from(onlyMetadata, 'latin1'))).toEqual(own)
  })

  it('claims nothing once it is encrypted', () => {
    const args = (from: string, to: string): readonly string[] => [
      '--encrypt',
      'a',
      'b',
      '256',
      '--',
      from,
      to,
    ]
    expect(readPdfClaims(savedBy(args))).toEqual(NOTHING)
  })

  it('is altered and cut off, and still gives only what has the right form', () => {
    const whole = readFileSync(file)
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 400 }), fc.nat(whole.length), (changes, end) => {
        const other = Buffer.from(whole)
        for (const [at, value] of changes) other[at] = value
        expectForm(readPdfClaims(other.subarray(0, end)))
      }),
      { numRuns: 100 },
    )
  })
})

function expectForm(claims: Claims | null): void {
  if (claims === null) return
  expect(claims.letterId ?? ID).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u)
  expect(claims.contentHash ?? HASH).toMatch(/^[\da-f]{64}$/u)
}

describe('the ways of writing keywords', () => {
  const literal = (text: string): string => text.replace(/[\\()]/gu, String.raw`\$&`)
  it.each([
    ['a string', `/Keywords (${WORDS})`],
    ['a string right behind the name', `/Keywords(${WORDS})`],
    ['a string over lines', `/Keywords\r\n (${WORDS.replaceAll('letter:', 'letter:\\\r\n')})`],
    ['escapes', `/Keywords (${WORDS.replaceAll('L4', '\\1144').replaceAll('letter', '\\letter')})`],
    ['brackets in it', `/Keywords (${literal('a) ')}(b(c)) ${WORDS})`],
    ['digits', `/Keywords <${Buffer.from(WORDS).toString('hex')}>`],
    [
      'digits with spaces',
      `/Keywords < ${Buffer.from(WORDS)
        .toString('hex')
        .toUpperCase()
        .replace(/(.{60})/gu, '$1\n')}>`,
    ],
    ['UTF-16 as digits', `/Keywords <${utf16(WORDS).toString('hex')}>`],
    [
      'UTF-16 the other way round',
      `/Keywords <fffe${Buffer.from(WORDS, 'utf16le').toString('hex')}>`,
    ],
    ['UTF-16', Buffer.concat([Buffer.from('/Keywords ('), utf16(WORDS), Buffer.from(')')])],
    ['UTF-8', `/Keywords (\ufeff${WORDS})`],
    ['semicolons', `/Keywords (${WORDS.replaceAll(', ', ';')})`],
    [
      'a value kept elsewhere',
      `12 0 obj\n(L1)\nendobj\n2 0 obj\n(${WORDS})\nendobj\n<< /Keywords 2 0 R >>`,
    ],
    ['a list', `/AAPL:Keywords [ (${WORDS}) ]`],
    ['metadata', `<pdf:Keywords>${WORDS}</pdf:Keywords><dc:format>x</dc:format>`],
    ['metadata as an attribute', `<rdf:Description pdf:Keywords="${WORDS}" a="b"/>`],
    ['a packed object', packed('/N 1 /Type /ObjStm', `<< /Keywords (${WORDS}) >>`)],
    [
      'a packed object behind another line end',
      packed('/Type/ObjStm', `/Keywords(${WORDS})`, '\r\n'),
    ],
    [
      'packed metadata',
      packed('/Type /Metadata /Subtype /XML', `<pdf:Keywords>${WORDS}</pdf:Keywords>`),
    ],
    [
      'other papers in it',
      `/Keywords (tax, invoice) ${'x'.repeat(9000)} /Keywords (${WORDS}) /Keywords (end)`,
    ],
    [
      'capital letters',
      `/Keywords (${WORDS.replace(ID, ID.toUpperCase()).replace(HASH, HASH.toUpperCase())})`,
    ],
  ])('are read: %s', (_name, body) => {
    expect(claimsOf(body)).toEqual(CLAIMS)
  })

  it('the last one counts, as in a file that was added to', () => {
    const first = WORDS.replace(ID, OTHER_ID)
    expect(claimsOf(`/Keywords (${first})\n%%EOF\n/Keywords (${WORDS})`)).toEqual(CLAIMS)
  })

  it.each([
    [
      'an id that is none',
      `letter:../../etc/passwd, content-sha256:${HASH}`,
      { contentHash: HASH },
    ],
    ['an id too long', `letter:${ID}0, content-sha256:${HASH}`, { contentHash: HASH }],
    ['a hash too short', `letter:${ID}, content-sha256:${HASH.slice(1)}`, { letterId: ID }],
    ['a hash that is none', `letter:${ID}, content-sha256:${'g'.repeat(64)}`, { letterId: ID }],
    ['words before it', `xletter:${ID}, content-sha256:${HASH}`, { contentHash: HASH }],
    ['two letters', `letter:${ID}, letter:${OTHER_ID}`, { letterId: ID }],
    ['only what other papers have too', 'L4, KN-2026-0042', {}],
    ['nothing', '', {}],
  ])('%s', (_name, words, expected) => {
    expect(claimsOf(`/Keywords (${words})`)).toEqual({ ...NOTHING, ...expected })
  })
})

describe('any file', () => {
  it.each([
    ['nothing', '', null],
    ['a text', 'letter:', null],
    ['a PDF behind something else', `${'x'.repeat(1024)}%PDF-1.7`, NOTHING],
    ['too far behind', `${'x'.repeat(1025)}%PDF-1.7`, null],
    ['a PDF of nothing', '%PDF-', NOTHING],
    ['a value that is not there', '%PDF-1.7 /Keywords 9 0 R', NOTHING],
    ['a value left open', '%PDF-1.7 /Keywords (', NOTHING],
    ['the very end', '%PDF-1.7 /Keywords', NOTHING],
    ['no stream behind it', '%PDF-1.7 /ObjStm', NOTHING],
    ['a stream that is not packed', '%PDF-1.7 /ObjStm stream\nxx', NOTHING],
  ])('is told: %s', (_name, file, expected) => {
    expect(readPdfClaims(Buffer.from(file))).toEqual(expected)
  })

  it('never gives more than the right forms', () => {
    const pieces = fc.constantFrom(
      ...['/Keywords', ' (', ')', '<', '>', '\\', '<FEFF', ' 1 0 R', '\n1 0 obj', 'pdf:Keywords="'],
      ...[WORDS, `letter:${ID}`, '/ObjStm', '/XML', '>>\nstream\n', '[', ' '],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (all) => {
        expectForm(claimsOf(all.join('')))
      }),
      { numRuns: 500 },
    )
  })

  it('is not followed from place to place without end', () => {
    const kept = `\n1 0 obj\n(${WORDS})\n/Keywords 1 0 R`
    expect(claimsOf(kept + ' /Keywords 2 0 R'.repeat(7))).toEqual(CLAIMS)
    expect(claimsOf(kept + ' /Keywords 2 0 R'.repeat(8))).toEqual(NOTHING)
  })

  it('costs bounded work: 50 MB of nothing but beginnings, and packed streams that never end', () => {
    const filled = (piece: string): Buffer => Buffer.alloc(50_000_000, piece)
    const beginnings = [
      'Keywords(',
      'Keywords 1 0 R ',
      'Keywords<',
      '/ObjStm stream\n',
      '\n1 0 obj ',
    ]
    for (const piece of beginnings) expect(claimsOf(filled(piece))).toEqual(NOTHING)
    const bomb = packed('/Type /ObjStm', `${' '.repeat(50_000_000)}/Keywords (${WORDS})`)
    expect(claimsOf(Buffer.concat(Array<Buffer>(200).fill(bomb)))).toEqual(NOTHING)
  })
})
