import type { SameKeys } from '../shape.ts'
import type { findMessages as vi } from '../vi/find.ts'

export const findMessages = {
  label: 'Find in page',
  placeholder: 'Find on this page',
  count: '{current} of {count}',
  countSpoken: 'Place {current} of {count} found',
  none: 'Not found',
  next: 'Next place',
  previous: 'Previous place',
  close: 'Close the find bar',
} as const satisfies SameKeys<typeof vi>
