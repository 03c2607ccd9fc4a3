import type { LocalDate } from '../kernel/calendar.ts'
import type { Variant } from './kind-record.ts'
import { particularsOf, type LetterKind } from './kinds.ts'

/** What the author of a letter says beyond the facts of the case; see `LETTERS` for which kind asks what. */
export type Particulars = Readonly<{
  /** The rights a refusal refuses, in whole or in part: their ids, as `refusedRights` reads them. */
  refuses: string
  /** The rights a request to a processor passes on: their ids, as `passedRights` reads them. */
  passesOn: string
  /** The new day for the answer to the complaint, once its own is over. */
  answerBy: LocalDate | null
  /** What is asked of the addressee, or what was asked of the board; lines with `- ` are a list. */
  asked: string
  /** What was carried out of it (a refusal, part performance). */
  performed: string
  reason: string
  replyBy: LocalDate | null
  /** The clock that is extended (a progress notice, extension), as `clockKey` names it. */
  clock: string | null
  /** The day it is extended to. */
  newEnd: LocalDate | null
  happenedOn: LocalDate | null
  happened: string
  consequence: string
  /** What it meant for the person who complained. */
  effect: string
  /** What the board learnt from it. */
  lessons: string
  /** The engagement of the firm written to. */
  engagementId: string | null
  /** Somebody other than the complainant. */
  recipientName: string
  recipientAddress: string
  recipientEmail: string
}>

export const NO_PARTICULARS: Particulars = {
  refuses: '',
  passesOn: '',
  answerBy: null,
  asked: '',
  performed: '',
  reason: '',
  replyBy: null,
  clock: null,
  newEnd: null,
  happenedOn: null,
  happened: '',
  consequence: '',
  effect: '',
  lessons: '',
  engagementId: null,
  recipientName: '',
  recipientAddress: '',
  recipientEmail: '',
}

/** The ids of the rights a letter refuses. */
export function refusedRights({ refuses }: Pick<Particulars, 'refuses'>): readonly string[] {
  return refuses === '' ? [] : refuses.split(' ')
}

/** The ids of the rights a letter passes on. */
export function passedRights({ passesOn }: Pick<Particulars, 'passesOn'>): readonly string[] {
  return passesOn === '' ? [] : passesOn.split(' ')
}

/** Only what this kind and variant asks for; the rest is empty, so that it can state nothing by accident. */
export function relevantParticulars(
  kind: LetterKind,
  variant: Variant,
  given: Particulars,
): Particulars {
  const asked = new Set<string>(particularsOf(kind, variant))
  const kept = Object.entries(given).filter(([name]) => asked.has(name))
  return { ...NO_PARTICULARS, ...Object.fromEntries(kept) }
}
