import { withoutMarks } from '#core/kernel/text.ts'
import type { FileContent } from '#shared/protocol/core-messages.ts'

import { FILE_CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from './security-policy.ts'

const FILE_PATH = /^\/files\/([A-Za-z0-9_-]{1,100})$/
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/

/** The ticket in the path of a file URL, as it was sent; null when it cannot be one. */
export function ticketOf(urlPath: string): string | null {
  return FILE_PATH.exec(urlPath)?.[1] ?? null
}

/**
 * The headers a file leaves with. Only a PDF may be shown in place, all else is for saving; it is
 * never kept in a cache and never guessed to be something it does not say it is.
 */
export function fileHeaders(file: FileContent, inline: boolean): Record<string, string> {
  const shown = inline && file.mediaType === 'application/pdf'
  return {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': FILE_CONTENT_SECURITY_POLICY,
    'Content-Type': MEDIA_TYPE.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'Content-Length': String(file.bytes.byteLength),
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; ${fileNameParameters(file.name)}`,
    'Cache-Control': 'no-store',
  }
}

/** Both spellings of RFC 6266: letters without marks for old readers, RFC 5987 for all others. */
function fileNameParameters(name: string): string {
  const plain = withoutMarks(name).replace(/[^A-Za-z0-9 ._()-]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${exact}`
}
