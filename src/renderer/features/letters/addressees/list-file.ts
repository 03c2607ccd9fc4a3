/**
 * The text of a list somebody chose: UTF-8, or UTF-16 as Excel's "Unicode text" is, told by its byte order mark. Bytes that are
 * no UTF-8 are read as Windows-1258, in which old Vietnamese sheets are written.
 */
export function textOfList(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  }
}
