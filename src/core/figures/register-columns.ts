import { RULE } from '../deadlines/rule-table.ts'
import {
  daysBetween,
  formatDate,
  vietnamDate,
  type Instant,
  type LocalDate,
} from '../kernel/calendar.ts'
import { traitsOf } from '../letters/kinds.ts'
import { LATE_REASON_TERMS } from '../deadlines/late.ts'
import { HOUSE_WORDING } from '../phrases/house/index.ts'
import { nameOfRight } from '../rights/words.ts'
import { rulesOf } from '../settings/clock-table.ts'
import type { Settings } from '../settings/model.ts'
import { nameOf, type Bilingual, type Language } from '../taxonomies/term.ts'
import { dayCell as day, type Cell } from './cell.ts'
import { limitOf, moment, standing } from './register-limits.ts'
import { REGISTER_WORDS } from './register-words.ts'
import type { LetterLine, Lines, NoticeOfLine, Register, ViolationLine } from './registers.ts'
import type { Names } from './tables.ts'
import { FIGURE_WORDS } from './words.ts'
import type { IdentityShown } from '../complaints/cover.ts'

/** Who and what the codes in a register stand for, and in which language it is read. */
export type RegisterNames = Pick<Names, 'people'> &
  Readonly<{
    settings: Pick<Settings, 'sites' | 'notices' | 'rules'>
    language: Language
    /** The day it is read on: what still runs is late so far by the days until then. */
    today: LocalDate
  }>

/** A line as somebody is shown it. */
export type ShownLine<Line> = Line & Readonly<{ identity: IdentityShown }>

/**
 * A column: its head, its share of the width of a paper, and what stands in it. A column more is one line below; what it
 * says must be in the line it is given (`registers.ts`).
 */
type Column<Line> = Readonly<{
  head: Bilingual
  width: number
  cell(line: ShownLine<Line>, names: RegisterNames): Cell
}>

type Columns = { readonly [Each in Register]: readonly Column<Lines[Each]>[] }

/** Empty for what is not there. */
const dayText = (date: LocalDate | null): string => (date === null ? '' : formatDate(date))
const dayAt = (at: Instant | null): LocalDate | null => (at === null ? null : vietnamDate(at))
const dayOf = (at: Instant | null): Cell => day(dayAt(at))
const lapse = (from: LocalDate, to: LocalDate | null): number | '' =>
  to === null ? '' : daysBetween(from, to)
const nameOfPerson = ({ people }: RegisterNames, id: string | null): string =>
  people.find((person) => person.id === id)?.fullName ?? ''

/** Whose case it is: the two columns every register of cases begins with. */
const OF_CASE = [
  { head: { vi: 'Mã hồ sơ', en: 'Case' }, width: 9, cell: ({ code }: Identified) => code },
  {
    head: { vi: 'Người khiếu nại', en: 'Complainant' },
    width: 8,
    cell: (line: Identified, { language }: RegisterNames) => complainantOf(line, language),
  },
] as const

type Identified = ShownLine<Readonly<{ code: string; complainantName: string }>>

function complainantOf({ identity, complainantName }: Identified, language: Language): string {
  return identity === 'covered' ? FIGURE_WORDS[language].coveredName : complainantName
}

export const REGISTER_COLUMNS: Columns = {
  complaints: [
    ...OF_CASE,
    { head: { vi: 'Ngày tiếp nhận', en: 'Received' }, width: 6, cell: (l) => day(l.receivedOn) },
    {
      head: { vi: 'Kênh', en: 'Channel' },
      width: 6,
      cell: (l, { language }) => FIGURE_WORDS[language].channel[l.channel],
    },
    {
      head: { vi: 'Website', en: 'Website' },
      width: 6,
      cell: (l, { settings }) => settings.sites.find(({ id }) => id === l.site)?.name ?? l.site,
    },
    { head: { vi: 'Tóm tắt', en: 'Subject' }, width: 14, cell: (l) => l.subject },
    {
      head: { vi: 'Mức độ', en: 'Severity' },
      width: 5,
      cell: (l, { language }) => FIGURE_WORDS[language].severity[l.severity],
    },
    {
      head: { vi: 'Phụ trách', en: 'Assignee' },
      width: 8,
      cell: (l, names) => nameOfPerson(names, l.assigneeId),
    },
    {
      head: { vi: 'Trạng thái', en: 'Status' },
      width: 7,
      cell: (l, { language }) => FIGURE_WORDS[language].status[l.status],
    },
    {
      head: { vi: 'Kết luận', en: 'Outcome' },
      width: 7,
      cell: (l, { language }) =>
        l.outcome === null ? '' : FIGURE_WORDS[language].outcome[l.outcome],
    },
    {
      head: { vi: 'Cơ quan, tòa án chuyển đến', en: 'Sent on by' },
      width: 7,
      cell: ({ authority }) =>
        authority === null
          ? ''
          : [authority.name, authority.number].filter((text) => text !== '').join(', '),
    },
    { head: { vi: 'Hạn trả lời', en: 'Answer by' }, width: 6, cell: (l) => day(l.answerBy) },
    { head: { vi: 'Ngày trả lời', en: 'Answered' }, width: 6, cell: (l) => day(l.answeredOn) },
    {
      head: { vi: 'Số ngày', en: 'Days' },
      width: 4,
      cell: (l) => lapse(l.receivedOn, l.answeredOn),
    },
    {
      head: { vi: 'Thời hạn', en: 'Limit' },
      width: 5,
      cell: (l, names) => limitOf(l.answerState, l.answerBy, l.answeredOn, names),
    },
    {
      head: { vi: 'Lý do trễ', en: 'Why late' },
      width: 9,
      cell: (l, { language }) =>
        l.lateReason === null
          ? ''
          : `${nameOf(LATE_REASON_TERMS, l.lateReason, language)}: ${l.lateExplanation ?? ''}`,
    },
  ],

  rights: [
    ...OF_CASE,
    {
      head: { vi: 'Quyền được yêu cầu', en: 'Right asked for' },
      width: 8,
      cell: (l, { language }) => nameOfRight(l.right, language),
    },
    { head: { vi: 'Ngày yêu cầu', en: 'Asked' }, width: 6, cell: (l) => dayOf(l.askedAt) },
    {
      head: { vi: 'Đối chiếu', en: 'Identity check' },
      width: 5,
      cell: (l, { language }) =>
        l.identityResult === null ? '' : REGISTER_WORDS[language].identity[l.identityResult],
    },
    { head: { vi: 'Hạn phản hồi', en: 'Reply by' }, width: 6, cell: (l) => day(l.replyBy) },
    { head: { vi: 'Ngày phản hồi', en: 'Replied' }, width: 6, cell: (l) => dayOf(l.repliedAt) },
    {
      head: { vi: 'Thời hạn phản hồi', en: 'Limit of the reply' },
      width: 5,
      cell: (l, names) => limitOf(l.replyState, l.replyBy, dayAt(l.repliedAt), names),
    },
    {
      head: { vi: 'Qua bên xử lý', en: 'Via processor' },
      width: 5,
      cell: (l, { language }) => (l.viaProcessor ? REGISTER_WORDS[language].yes : ''),
    },
    {
      head: { vi: 'Tình trạng', en: 'State' },
      width: 7,
      cell: (l, { language }) => REGISTER_WORDS[language].rightState[l.state],
    },
    { head: { vi: 'Hạn thực hiện', en: 'To be done by' }, width: 6, cell: (l) => day(l.doneBy) },
    {
      head: { vi: 'Ngày thực hiện hoặc từ chối', en: 'Done or refused' },
      width: 7,
      cell: (l) => day(l.settledOn),
    },
    {
      head: { vi: 'Số ngày', en: 'Days' },
      width: 4,
      cell: (l) => lapse(vietnamDate(l.askedAt), l.settledOn),
    },
    {
      head: { vi: 'Thời hạn thực hiện', en: 'Limit of the execution' },
      width: 5,
      cell: (l, names) => limitOf(l.doneState, l.doneBy, l.settledOn, names),
    },
    {
      head: { vi: 'Chuyển tiếp đến', en: 'Passed on to' },
      width: 8,
      cell: (l) =>
        l.passedOn.map(({ recipient, toldOn }) => `${recipient} (${dayText(toldOn)})`).join('; '),
    },
    {
      head: { vi: 'Xác nhận đã thực hiện', en: 'Confirmed by them' },
      width: 6,
      cell: (l, { language }) =>
        l.passedOn
          .map(({ confirmedOn }) => dayText(confirmedOn) || REGISTER_WORDS[language].unconfirmed)
          .join('; '),
    },
    { head: { vi: 'Ghi chú', en: 'Remark' }, width: 8, cell: (l) => l.remark },
  ],

  violations: [
    ...OF_CASE,
    {
      head: { vi: 'Phát hiện lúc', en: 'Detected' },
      width: 6,
      cell: (l, { language }) => moment(l.detectedAt, language),
    },
    {
      head: { vi: 'Tình trạng', en: 'State' },
      width: 6,
      cell: (l, { language }) =>
        [REGISTER_WORDS[language].breachState[l.state], l.ruledOutReason]
          .filter((text) => text !== '')
          .join(': '),
    },
    { head: { vi: 'Diễn biến', en: 'What happened' }, width: 14, cell: (l) => l.happened },
    { head: { vi: 'Số người', en: 'People' }, width: 4, cell: (l) => l.people ?? '' },
    {
      head: { vi: 'Biên bản lập ngày', en: 'Recorded' },
      width: 6,
      cell: (l) => dayOf(noticeOf(l, RULE.breachRecord)?.stoppedAt ?? null),
    },
    {
      head: { vi: 'Thông báo cơ quan chuyên trách', en: 'Authority notified' },
      width: 8,
      cell: (l, names) => notified(l, names),
    },
    {
      head: { vi: 'Quyết định và lý do (khoản 1 Điều 23)', en: 'Decision and why (Article 23.1)' },
      width: 10,
      cell: (l, { language }) =>
        [REGISTER_WORDS[language].notice[l.harmNotice], l.harmReason]
          .filter((text) => text !== '')
          .join(': '),
    },
    {
      head: { vi: 'Quyết định và lý do (khoản 3 Điều 23)', en: 'Decision and why (Article 23.3)' },
      width: 10,
      cell: (l, { language }) =>
        [REGISTER_WORDS[language].notice[l.conductNotice], l.conductReason]
          .filter((text) => text !== '')
          .join(': '),
    },
    {
      head: { vi: 'Thông báo khác', en: 'Other notices' },
      width: 10,
      cell: (l, names) => otherNotices(l, names),
    },
    { head: { vi: 'Khắc phục', en: 'Measures' }, width: 10, cell: (l) => l.measures },
  ],

  letters: [
    { head: { vi: 'Số, ký hiệu', en: 'Number' }, width: 6, cell: (l) => l.number },
    { head: { vi: 'Ngày ban hành', en: 'Issued' }, width: 6, cell: (l) => day(l.issuedOn) },
    {
      head: { vi: 'Loại văn bản', en: 'Kind' },
      width: 12,
      cell: (l, { language }) => HOUSE_WORDING[l.kind].title[language],
    },
    {
      head: { vi: 'Nơi nhận', en: 'To whom' },
      width: 12,
      cell: (l, names) => recipientOf(l, names),
    },
    { head: { vi: 'Mã hồ sơ', en: 'Case' }, width: 9, cell: ({ code }) => code },
    {
      head: { vi: 'Người duyệt', en: 'Approved by' },
      width: 9,
      cell: (l, names) => nameOfPerson(names, l.approvedBy),
    },
    {
      head: { vi: 'Ghi kèm lần duyệt', en: 'Said beside the approval' },
      width: 9,
      cell: (l, { language }) =>
        l.approvalMark === null ? '' : REGISTER_WORDS[language].mark[l.approvalMark],
    },
    { head: { vi: 'Ngày gửi', en: 'Sent' }, width: 6, cell: (l) => day(l.sentOn) },
    {
      head: { vi: 'Cách gửi', en: 'Sent by' },
      width: 7,
      cell: (l, { language }) =>
        l.sentBy === null ? '' : REGISTER_WORDS[language].sentBy[l.sentBy],
    },
    { head: { vi: 'Ghi chú', en: 'Remark' }, width: 9, cell: (l, names) => remarkOf(l, names) },
  ],
}

function noticeOf({ notices }: ViolationLine, rule: string): NoticeOfLine | undefined {
  return notices.find((notice) => notice.rule === rule)
}

/** When the authority was told and whether in time; that it runs where it is owed and was not; empty where none is owed. */
function notified(line: ViolationLine, { language }: RegisterNames): string {
  const notice = noticeOf(line, RULE.breachNotice)
  return notice === undefined ? '' : standing(notice, language)
}

/** What is told by another column, or to nobody. */
const TOLD_ELSEWHERE: readonly string[] = [
  RULE.breachNotice,
  RULE.breachRecord,
  RULE.breachQuestion,
]

function otherNotices({ notices }: ViolationLine, { settings, language }: RegisterNames): string {
  const rules = rulesOf(settings)
  return notices
    .filter(({ rule }) => !TOLD_ELSEWHERE.includes(rule))
    .map((notice) => {
      const name = rules.findLast(({ code }) => code === notice.rule)?.name[language]
      return `${name ?? notice.rule} – ${standing(notice, language)}`
    })
    .join('; ')
}

/** To whom a letter went. A sheet stays in the file. */
function recipientOf(line: ShownLine<LetterLine>, { settings, language }: RegisterNames): string {
  switch (traitsOf(line).recipient) {
    case 'complainant':
      return complainantOf(line, language)
    case 'complainant-or-named':
      return line.recipientName === '' ? complainantOf(line, language) : line.recipientName
    case 'firm-or-named':
      return line.firmName ?? line.recipientName
    case 'authority':
      return settings.notices.authorityName
    case 'listed':
      return REGISTER_WORDS[language].toList
    case 'public':
      return REGISTER_WORDS[language].toPublic
    case 'nobody':
      return ''
  }
}

function remarkOf({ erased, replacedBy }: LetterLine, { language }: RegisterNames): string {
  const words = REGISTER_WORDS[language]
  return [
    ...(erased ? [words.erasedLetter] : []),
    ...(replacedBy === null ? [] : [words.replacedBy(replacedBy)]),
  ].join('; ')
}
