import type { HolidayEntry } from '../deadlines/holidays.ts'
import type { UpdateSettings } from '../updates/model.ts'
import type { ReminderSettings } from '../reminders/reminders.ts'
import type { DeadlineRule } from '../deadlines/rule-table.ts'
import type { Role } from '../people/permissions.ts'

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
  /** `KT. TRƯỞNG BAN` where a deputy signs; boards of before have none. */
  acting?: string | undefined
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
  /** Who signs Form 08 for the organisation: its legal representative, or the person authorised. */
  signerName: string
  signerTitle: string
}>

/** Who reads whose case it is, as far as the board decides that; see the table of fields. */
export type IdentitySettings = Readonly<{
  /** Investigators who do not handle a case are shown its persons covered, until they reveal them. */
  coversInvestigators: boolean
}>

/** What the board decides about rights of data subjects. */
export type RightsSettings = Readonly<{
  /** Rights carried out only once it was checked who asks. The shipped table was not compared with the gazette. */
  needIdentity: readonly string[]
}>

/** How people come in, as far as the board decides that. */
export type SignInSettings = Readonly<{
  /** Whoever has one of these roles sets up a second step at their next sign-in. */
  secondStepRoles: readonly Role[]
}>

/** Longest period the board can set, in months: fifty years. */
export const MAX_RETENTION_MONTHS = 600

/** How long the board keeps what tells of persons after a case was closed; null: for ever, nothing is proposed. */
export type RetentionSettings = Readonly<{ months: number | null }>

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
  identity: IdentitySettings
  signIn: SignInSettings
  rights: RightsSettings
  retention: RetentionSettings
}>

/** What a board that was set up before there were such settings has. */
export const LATER_SETTINGS: Pick<
  Settings,
  'rules' | 'reminders' | 'notices' | 'updates' | 'identity' | 'signIn' | 'rights' | 'retention'
> = {
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
    signerName: '',
    signerTitle: '',
  },
  updates: { address: '', seen: null },
  identity: { coversInvestigators: false },
  signIn: { secondStepRoles: [] },
  rights: { needIdentity: ['view', 'correct', 'copy', 'delete'] },
  retention: { months: null },
}
