import type { LocalDate } from '../kernel/calendar.ts'

export type HolidayKind = 'statutory' | 'compensation' | 'swap-off' | 'swap-work' | 'company'

/** `issued`: law or a notice in force. `proposed`: announced, not decided. `computed`: worked out by this program. */
export type HolidayStatus = 'issued' | 'proposed' | 'computed'

export type HolidayName = Readonly<{ vi: string; en: string }>

/** One day that differs from the plain week; `swap-work` is the only kind that is worked. */
export type HolidayEntry = Readonly<{
  date: LocalDate
  name: HolidayName
  kind: HolidayKind
  status: HolidayStatus
  /** The law, notice or press report the entry rests on, in Vietnamese as it is cited. */
  source: string
}>

/**
 * What is decided anew every year (Labour Code 2019, Article 112.3): which days are Tết, which day beside
 * 2 September is off, which weekdays are exchanged for a worked rest day. The rest of a year follows from the law.
 */
export type YearDecision = Readonly<{
  tet: Readonly<{ days: readonly LocalDate[]; status: HolidayStatus; source: string }>
  nationalDay?: Readonly<{ extraDay: LocalDate; status: HolidayStatus; source: string }>
  /** They bind the civil service; a private employer chooses. */
  swaps: readonly Readonly<{
    off: LocalDate
    worked: LocalDate
    name: HolidayName
    status: HolidayStatus
    source: string
  }>[]
}>

const NOTICE_2025 = 'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024'
const NOTICE_2026 = 'Thông báo 9441/TB-BNV ngày 16/10/2025'
const LETTER_2027 = 'Công văn 10065/VPCP-KGVX ngày 02/10/2026'

/** The calendar of the civil service, year by year as it was issued. A year that is not here yet is computed. */
export const YEAR_DECISIONS: ReadonlyMap<number, YearDecision> = new Map<number, YearDecision>([
  [
    2025,
    {
      tet: {
        days: ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
        status: 'issued',
        source: NOTICE_2025,
      },
      nationalDay: { extraDay: '2025-09-01', status: 'issued', source: NOTICE_2025 },
      swaps: [
        {
          off: '2025-05-02',
          worked: '2025-04-26',
          name: {
            vi: 'Hoán đổi ngày làm việc dịp 30/4 và 1/5',
            en: 'Swap around 30 April and 1 May',
          },
          status: 'issued',
          source: NOTICE_2025,
        },
      ],
    },
  ],
  [
    2026,
    {
      tet: {
        days: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
        status: 'issued',
        source: NOTICE_2026,
      },
      nationalDay: { extraDay: '2026-09-01', status: 'issued', source: NOTICE_2026 },
      swaps: [
        {
          off: '2026-01-02',
          worked: '2026-01-10',
          name: { vi: 'Hoán đổi ngày làm việc dịp Tết Dương lịch', en: 'Swap around New Year' },
          status: 'issued',
          source: 'Công văn 12729/VPCP-KGVX năm 2025',
        },
        {
          off: '2026-08-31',
          worked: '2026-08-22',
          name: { vi: 'Hoán đổi ngày làm việc dịp Quốc khánh', en: 'Swap around National Day' },
          status: 'issued',
          source: NOTICE_2026,
        },
      ],
    },
  ],
  [
    2027,
    {
      tet: {
        days: ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
        status: 'issued',
        source: LETTER_2027,
      },
      nationalDay: { extraDay: '2027-09-03', status: 'issued', source: LETTER_2027 },
      swaps: [],
    },
  ],
])
