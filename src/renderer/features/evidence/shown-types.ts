export type ShownAs = 'pdf' | 'image' | 'text'

const SHOWN: Readonly<Record<string, ShownAs>> = {
  'application/pdf': 'pdf',
  'image/png': 'image',
  'image/jpeg': 'image',
  'image/gif': 'image',
  'image/webp': 'image',
  'text/plain': 'text',
  'text/csv': 'text',
  'application/json': 'text',
  'message/rfc822': 'text',
}

/** How a file of this type can be shown without running anything that came in it; null when it is only exported. */
export function shownAs(mediaType: string): ShownAs | null {
  return Object.hasOwn(SHOWN, mediaType) ? (SHOWN[mediaType] ?? null) : null
}
