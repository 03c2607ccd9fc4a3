import type { HolidayEntry } from '../deadlines/holidays.ts'

/** The letterhead: who answers. All of it is printed on letters. */
export type Organisation = Readonly<{
  legalName: string
  boardName: string
  address: string
  taxCode: string
  phone: string
  email: string
  website: string
  /** Place in "TP. Hồ Chí Minh, ngày …". */
  place: string
}>

export type Site = Readonly<{ id: string; name: string }>

export type LetterSettings = Readonly<{
  nationalHeading: boolean
  authority: string
  signatoryTitle: string
  signatoryName: string
}>

/** All settings of the board. `restDays` counts 0 = Sunday … 6 = Saturday. */
export type Settings = Readonly<{
  version: number
  organisation: Organisation
  sites: readonly Site[]
  letters: LetterSettings
  restDays: readonly number[]
  /** Years edited by the board; other years come from the shipped table. */
  holidays: readonly HolidayEntry[]
}>
