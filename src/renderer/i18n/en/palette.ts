import type { SameKeys } from '../shape.ts'
import type { paletteMessages as vi } from '../vi/palette.ts'

export const paletteMessages = {
  title: 'Go to',
  placeholder: 'Type a code, a name, an act or a place',
  none: 'Nothing matches.',
  searchAll: 'Search all complaints for “{words}”',
  group: {
    search: 'Search',
    complaint: 'Complaint',
    act: 'Act',
    room: 'Room',
    person: 'Person',
  },
} as const satisfies SameKeys<typeof vi>
