import type { HolidayEntry } from '../deadlines/holidays.ts'
import type { UpdateSettings } from '../updates/model.ts'
import type { ReminderSettings } from '../reminders/reminders.ts'
import type { DeadlineRule } from '../deadlines/rule-table.ts'

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

/** What Form 08 asks for of the organisation beyond the letterhead (Decree 356/2025, appendix). */
export type NoticeSettings = Readonly<{
  tradingAddress: string
  registrationNumber: string
  registeredBy: string
  registeredOn: string
  officerName: string
  officerTitle: string
  officerPhone: string
  officerEmail: string
  authorityName: string
  authorityAddress: string
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
  /** Time limits edited by the board, version upon version; others come from the shipped table. */
  rules: readonly DeadlineRule[]
  reminders: ReminderSettings
  notices: NoticeSettings
  updates: UpdateSettings
}>

/** What a board that was set up before there were such settings has. */
export const LATER_SETTINGS: Pick<Settings, 'rules' | 'reminders' | 'notices' | 'updates'> = {
  rules: [],
  reminders: { days: [7, 3, 1], percents: [50, 25] },
  notices: {
    tradingAddress: '',
    registrationNumber: '',
    registeredBy: '',
    registeredOn: '',
    officerName: '',
    officerTitle: '',
    officerPhone: '',
    officerEmail: '',
    authorityName: 'Cơ quan chuyên trách bảo vệ dữ liệu cá nhân, Bộ Công an',
    authorityAddress: '',
  },
  updates: { address: '', seen: null },
}
