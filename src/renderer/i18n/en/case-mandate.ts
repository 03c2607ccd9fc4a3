import type { SameKeys } from '../shape.ts'
import type { caseMandateMessages as vi } from '../vi/case-mandate.ts'

export const caseMandateMessages = {
  mandate: {
    title: 'Authority to act',
    none: 'No authority is on record. Letters about the result go to the data subject; a right may be asked for but is not carried out.',
    seen: '{paper}; seen by {name} on {day}.',
    guardian: 'Guardian of a child.',
    record: 'Record the paper',
    takeBack: 'Take back',
    toSubject:
      'Whoever complains acts for {name}, and no authority is on record: this letter goes to the data subject. Put the paper on record in the case, or check name and address of the addressee.',
    child:
      'A child is concerned: a right is carried out only for a parent or guardian who showed a paper. If a parent or guardian complains, put down for whom they act.',
    childAlone:
      'A child is concerned and no parent or guardian is on record: check to whom this letter goes.',
  },
} as const satisfies SameKeys<typeof vi>
