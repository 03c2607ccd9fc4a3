import type { LetterDocument } from '#core/letters/document.ts'

/** The least letter there can be: to try a logo on, and to make the typesetter ready. */
export const TRIAL_LETTER: LetterDocument = {
  kind: 'L1',
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
