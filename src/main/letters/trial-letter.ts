import { LETTER } from '#core/letters/kinds.ts'
import type { LetterDocument } from '#core/letters/document.ts'

/** The least letter there can be: to try a logo on, and to make the typesetter ready. */
export const TRIAL_LETTER: LetterDocument = {
  kind: LETTER.acknowledgement,
  language: 'vi',
  title: 'Logo',
  typeLine: null,
  subject: 'Logo',
  nationalHeading: true,
  issuer: { parentName: '', name: 'Logo', logo: null },
  number: null,
  symbol: '',
  place: '',
  date: null,
  recipientLines: [],
  parts: [],
  signature: { authority: null, title: '', name: '' },
  copies: [],
  footer: { legalName: '', address: '', phone: '', email: '', website: '', taxCode: '' },
  meta: { letterId: '', complaintCode: '', contentHash: null, auditHead: null, issuedAt: null },
  draft: true,
}

/** Has everything a letter can have, so that Typst has met it all. Nobody ever sees it. */
export const WARM_UP_LETTER: LetterDocument = {
  ...TRIAL_LETTER,
  typeLine: 'A',
  number: '1',
  symbol: 'A',
  date: '2026-01-01',
  recipientLines: ['A', 'B'],
  parts: [
    {
      key: 'a',
      heading: 'A',
      blocks: [
        { type: 'paragraph', text: '1/A '.repeat(20) },
        { type: 'list', items: ['A', 'B'] },
        { type: 'table', columns: [{ heading: 'A', width: 1 }], rows: [['1']] },
        { type: 'keyValues', pairs: [{ label: 'A', value: 'B' }] },
        { type: 'paragraph', text: 'A '.repeat(200) },
      ],
    },
  ],
  signature: { authority: 'A', title: 'A', name: 'A' },
  copies: ['A', 'B'],
  footer: { legalName: 'A', address: 'A', phone: '1', email: 'A', website: 'A', taxCode: '1' },
}
