import { inflateSync } from 'node:zlib'
import type { Claims } from '#core/letters/verification.ts'
import { claimsOfKeywords } from '#core/letters/letter-keywords.ts'

/** Reads on from a place in the file; null where nothing can be read. */
type Reading = (file: Buffer, at: number) => string | null

const NOTHING_CLAIMED: Claims = { letterId: null, contentHash: null, auditHead: null }

const HEADER = '%PDF-'
const HEADER_WITHIN = 1024

const KEYWORDS = 'Keywords'
const MAX_KEYWORDS = 1000
const MAX_REFERENCES = 8
/** Ours have some 250 characters, in UTF-16 and as hexadecimal digits a thousand. */
const MAX_STRING = 8 * 1024

const PACKED = ['/ObjStm', '/XML'] as const
const MAX_PACKED = 64
const MAX_DICTIONARY = 1024
const MAX_PACKED_BYTES = 1024 * 1024
const MAX_UNPACKED_BYTES = 2 * 1024 * 1024

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

/**
 * Finds the keywords of a letter (`letter-keywords.ts`) in the raw bytes: in the document
 * information or the XMP metadata, plain or in a packed stream, the last place first, because a PDF is
 * changed by adding to it. Only a hint where to look: whether it is the very letter, its SHA-256 tells.
 *
 * Recognised as made, with pages taken out, and saved again by `qpdf` with `--qdf`,
 * `--object-streams=generate`, `--linearize` and `--decrypt`. Not recognised: encrypted files unless
 * their metadata were left readable, and pages put into a new PDF (`pdftocairo`, `pdfunite`), which
 * lose the keywords. Other programs should be as far as they keep them in one of the ways of
 * ISO 32000-1, 7.3.4, 7.5.7 and 14.3; Ghostscript and the readers people use were not tried.
 *
 * The work is bounded for any content: one pass for each word looked for, and limited reading from
 * there. Null when the file is no PDF, all fields null when it claims nothing.
 */
export function readPdfClaims(bytes: Uint8Array): Claims | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = file.subarray(0, HEADER_WITHIN + HEADER.length).indexOf(HEADER)
  if (start < 0) return null
  return claimsIn(file) ?? claimsInPacked(file) ?? NOTHING_CLAIMED
}

function claimsIn(file: Buffer): Claims | null {
  const reading = keywordsReading()
  for (const at of placesOf(file, KEYWORDS, MAX_KEYWORDS)) {
    const words = reading(file, at + KEYWORDS.length)
    const claims = words === null ? null : claimsOfKeywords(words)
    if (claims !== null) return claims
  }
  return null
}

function claimsInPacked(file: Buffer): Claims | null {
  for (const mark of PACKED) {
    for (const at of placesOf(file, mark, MAX_PACKED)) {
      const content = unpackedAfter(file, at)
      const claims = content === null ? null : claimsIn(content)
      if (claims !== null) return claims
    }
  }
  return null
}

/** Where a word stands, the last place first. */
function* placesOf(file: Buffer, word: string, most: number): Generator<number> {
  let at = file.lastIndexOf(word)
  for (let count = 0; at >= 0 && count < most; count += 1) {
    yield at
    // A negative offset would count from the end.
    at = at === 0 ? -1 : file.lastIndexOf(word, at - 1)
  }
}

/** The content of the packed stream whose dictionary `at` points into. */
function unpackedAfter(file: Buffer, at: number): Buffer | null {
  const dictionary = file.toString('latin1', at, at + MAX_DICTIONARY)
  const keyword = /\bstream\r?\n/u.exec(dictionary)
  if (keyword === null) return null
  const start = at + keyword.index + keyword[0].length
  try {
    return inflateSync(file.subarray(start, start + MAX_PACKED_BYTES), {
      maxOutputLength: MAX_UNPACKED_BYTES,
    })
  } catch {
    return null
  }
}

/**
 * Reads the value behind the word `Keywords`, whichever way it is written. A value kept elsewhere
 * (`12 0 R`) costs another pass over the file: only a few are followed.
 */
function keywordsReading(): Reading {
  let references = 0
  return (file, at) => {
    const text = file.toString('latin1', at, at + MAX_STRING)
    const [, opening = ''] = /^[\s[]*(>|=\s*["']|\(|<|\d{1,9} \d{1,5} R)/u.exec(text) ?? []
    if (!opening.endsWith('R')) return valueOf(text)
    references += 1
    if (references > MAX_REFERENCES) return null
    const object = `\n${opening.slice(0, -1)}obj`
    const place = Math.max(file.lastIndexOf(object), file.lastIndexOf(object.replace('\n', '\r')))
    if (place < 0) return null
    const from = place + object.length
    return valueOf(file.toString('latin1', from, from + MAX_STRING))
  }
}

function valueOf(text: string): string | null {
  const [before = '', opening] = /^[\s[]*(>|=\s*["']|\(|<)/u.exec(text) ?? []
  const rest = text.slice(before.length)
  switch (opening) {
    case undefined:
      return null
    case '(':
      return decoded(literalString(rest))
    case '<':
      return decoded(Buffer.from(/^[\da-f\s]*/iu.exec(rest)?.[0].replace(/\s/gu, '') ?? '', 'hex'))
    default:
      return /^[^<"']*/u.exec(rest)?.[0] ?? null
  }
}

/** The bytes of a string up to its closing parenthesis (ISO 32000-1, 7.3.4.2). */
function literalString(text: string): Buffer {
  const piece = /\\(?:([0-7]{1,3})|(\r\n|[^]))|[()]|[^\\()]+/gu
  let bytes = ''
  let depth = 0
  for (const [whole, octal, escaped] of text.matchAll(piece)) {
    if (whole === ')' && depth === 0) break
    if (whole === '(') depth += 1
    if (whole === ')') depth -= 1
    if (octal !== undefined) bytes += String.fromCharCode(parseInt(octal, 8) & 0xff)
    else if (escaped === undefined) bytes += whole
    else if (!/^[\r\n]/u.test(escaped)) bytes += ESCAPED.get(escaped) ?? escaped
  }
  return Buffer.from(bytes, 'latin1')
}

/** A text string: UTF-16 behind its mark, else an encoding in which ASCII is itself (7.9.2.2). */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  return bytes.toString('utf8').replace(/^\ufeff/u, '')
}
