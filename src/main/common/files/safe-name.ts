/** Long enough for a person, short enough for every folder on Windows and macOS; in UTF-8 bytes. */
const MAX_BYTES = 180
const MAX_EXTENSION_BYTES = 20

const LINE_BREAKS = /[\t-\r\u0085\p{Zl}\p{Zp}]/gu
/** Control, format (bidi overrides, zero width), lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu
const FORBIDDEN = /[<>:"/\\|?*]/g
/** Device names of Windows, with any extension; `COM¹` counts as `COM1`. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(\.|$))/iu
const EXTENSION = /\.[A-Za-z0-9]+$/

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * A file name that Windows and macOS both accept and that shows what it is: no path, no device name, no
 * hidden or direction-changing characters, no leading or trailing dots, at most 180 bytes with its
 * extension kept. `fallback` stands in when nothing is left. Applying it twice changes nothing.
 */
export function safeFileName(name: string, fallback = 'file'): string {
  const visible = name
    .normalize('NFC')
    .replace(LINE_BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
  const trimmed = shorten(trimEnds(visible))
  if (trimmed === '') return fallback
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const extension = EXTENSION.exec(name)?.[0] ?? ''
  const kept = Buffer.byteLength(extension) <= MAX_EXTENSION_BYTES ? extension : ''
  // One byte is left over for the underscore that a device name gets.
  const room = MAX_BYTES - Buffer.byteLength(kept) - 1
  let stem = ''
  for (const { segment } of graphemes.segment(name.slice(0, name.length - kept.length))) {
    if (Buffer.byteLength(stem) + Buffer.byteLength(segment) > room) break
    stem += segment
  }
  return `${trimEnds(stem)}${kept}`
}

function trimEnds(name: string): string {
  return name.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '')
}
