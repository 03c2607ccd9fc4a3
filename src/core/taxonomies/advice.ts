/** What somebody can do for themselves; its words are those of the letters (`letters/composition/advice.ts`). */
export type Advice =
  | 'password'
  | 'wary'
  | 'bank'
  | 'identity'
  | 'location'
  | 'voucher'
  | 'advertising'
  | 'details'
  | 'child'
  | 'report'
