/** What most kinds have. */
export const USUAL = {
  variantBy: 'author',
  secondPerson: true,
  repeatable: false,
  rightsBefore: null,
  answersComplaint: false,
  recipient: 'complainant',
  signedFor: 'board',
  particulars: [],
  requires: [],
  kept: false,
  answers: [],
  fulfils: [],
  steps: 'all',
} as const
/** A notice of the board, with its symbol. */
export const NOTICE = { ...USUAL, form: 'notice', symbol: 'TB-BQT' } as const
/** An official letter of the board. */
export const OFFICIAL = { ...USUAL, form: 'official', symbol: 'BQT-CSKH' } as const
