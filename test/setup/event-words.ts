import type { AuditEvent, FieldChange } from '#core/audit/model.ts'
import { actionText, changesInWords } from '#renderer/words/record-words.ts'

/** A code as the program stores it: `met`, `data-item`, `T-POL-30`, `stoppedAt`, or an id. */
const CODE = /^(?:[a-z]+[A-Z]\w*|[a-z][a-z\d]{2,}(?:-[a-z\d]+)*|[A-Z]-[A-Z\d-]+|[A-Z]\d)$/u

/** Words of the outside world that only look like a code. */
const OUTSIDE = [
  'username',
  'accountsInDoubt',
  'memberAccount',
  'format',
  'sha256',
  'contentHash',
  'pdfSha256',
  'logoSha256',
]

/** What would be shown to the readers of the record as a code instead of in words, each once. */
export function wordless(events: readonly AuditEvent[]): readonly string[] {
  const found = events.flatMap((event) => [
    ...(actionText(event.action) === event.action ? [`action ${event.action}`] : []),
    ...event.changes.flatMap((change) => wordlessIn(event, change)),
  ])
  return [...new Set(found)].toSorted()
}

function wordlessIn(event: AuditEvent, change: FieldChange): readonly string[] {
  const [words] = changesInWords(
    { ...event, changes: [change] },
    { language: 'vi', personName: () => 'Người', siteName: () => 'Trang' },
  )
  if (words === undefined || OUTSIDE.includes(change.field)) return []
  const { entity } = event
  return [
    ...(words.field === change.field ? [`field ${entity}.${change.field}`] : []),
    ...[words.from, words.to].flatMap((value) =>
      value !== null && CODE.test(value) ? [`value ${entity}.${change.field} = ${value}`] : [],
    ),
  ]
}
