import { describe, expect, it } from 'vitest'

import { CLEAR, coverOf } from '#core/complaints/cover.ts'
import { readable, type Cell } from '#core/figures/cell.ts'
import { REGISTER_COLUMNS, type RegisterNames } from '#core/figures/register-columns.ts'
import {
  footLines,
  headLines,
  registerCells,
  registerDocument,
  registerHeads,
  showLine,
  type RegisterHead,
} from '#core/figures/register-table.ts'
import {
  REGISTERS,
  type ComplaintLine,
  type LetterLine,
  type RightLine,
  type ViolationLine,
} from '#core/figures/registers.ts'
import { documentText } from '#core/letters/page.ts'
import type { Viewer } from '#core/people/fields.ts'
import { settings } from '../letters/letter-facts.ts'

const CHAIR = '0198a3c0-0000-7000-8000-000000000001'
const NAMES: RegisterNames = {
  people: [{ id: CHAIR, fullName: 'Trần Thị Lan' }],
  settings,
  language: 'vi',
  today: '2026-12-05',
}
const BASE = {
  id: '0198a3c0-0000-7000-8000-00000000000a',
  at: '2026-11-02',
  complaintId: '0198a3c0-0000-7000-8000-00000000000b',
  code: 'KN-2026-0007',
  complainantName: 'Đỗ Thị Hoà',
}
const COMPLAINT: ComplaintLine = {
  ...BASE,
  receivedOn: '2026-11-02',
  channel: 'authority',
  site: settings.sites[0]?.id ?? '',
  subject: 'Đỗ Thị Hoà bị lộ số 0912 345 678',
  severity: 'high',
  status: 'answered',
  outcome: 'upheld',
  assigneeId: CHAIR,
  answerBy: '2026-12-02',
  answerState: 'met',
  answeredOn: '2026-11-20',
  authority: { name: 'Sở Công Thương', number: '12/SCT' },
  lateReason: null,
  lateExplanation: null,
}
const RIGHT: RightLine = {
  ...BASE,
  right: 'delete',
  askedAt: '2026-11-02T02:00:00.000Z',
  viaProcessor: true,
  state: 'done',
  settledOn: '2026-11-30',
  remark: 'Đã xóa ở cả hai hệ thống',
  identityResult: 'matched',
  replyBy: '2026-11-04',
  replyState: 'met',
  repliedAt: '2026-11-03T09:00:00.000Z',
  doneBy: '2026-11-22',
  doneState: 'missed',
  passedOn: [
    { recipient: 'Cửa hàng Hoa Mai', toldOn: '2026-11-05', confirmedOn: '2026-11-09' },
    { recipient: 'Công ty Sao Mai', toldOn: '2026-11-06', confirmedOn: null },
  ],
}
const VIOLATION: ViolationLine = {
  ...BASE,
  state: 'confirmed',
  detectedAt: '2026-11-02T02:30:00.000Z',
  happened: 'Tệp khách hàng bị gửi nhầm',
  people: 12,
  ruledOutReason: '',
  harmNotice: 'owed',
  harmReason: 'Có nguy cơ lừa đảo',
  conductNotice: 'not-owed',
  conductReason: 'Không có hành vi',
  measures: 'Thu hồi tệp',
  notices: [
    {
      ...{ rule: 'T-BR-72', state: 'met', endsAt: '2026-11-05T02:30:00.000Z' },
      stoppedAt: '2026-11-03T02:30:00.000Z',
    },
    {
      ...{ rule: 'T-BR-REC', state: 'met', endsAt: '2026-11-03T02:30:00.000Z' },
      stoppedAt: '2026-11-02T08:00:00.000Z',
    },
    { rule: 'T-CON-24', state: 'running', endsAt: '2026-11-03T02:30:00.000Z', stoppedAt: null },
  ],
}
const LETTER: LetterLine = {
  ...BASE,
  number: '07/TB-BQT',
  issuedOn: '2026-11-19',
  kind: 'L4',
  variant: 'upheld',
  recipientName: '',
  firmName: null,
  sentOn: '2026-11-20',
  sentBy: 'post',
  approvedBy: CHAIR,
  approvalMark: 'alone',
  replacedBy: '08/TB-BQT',
  erased: false,
}
const LINES = { complaints: COMPLAINT, rights: RIGHT, violations: VIOLATION, letters: LETTER }

/** What stands under each head. */
function told(register: (typeof REGISTERS)[number], cells: readonly Cell[]) {
  return Object.fromEntries(
    registerHeads(register, 'vi').map((head, at) => [head, readable(cells[at] ?? '')]),
  )
}

describe('a line of', () => {
  it('the complaints says who, when, how it ended and whether in time', () => {
    const cells = registerCells('complaints', showLine(COMPLAINT, CLEAR), NAMES)
    expect(told('complaints', cells)).toMatchObject({
      ...{ 'Mã hồ sơ': 'KN-2026-0007', 'Người khiếu nại': 'Đỗ Thị Hoà' },
      ...{ 'Phụ trách': 'Trần Thị Lan', 'Kết luận': 'Khiếu nại đúng', 'Số ngày': 18 },
      ...{ 'Hạn trả lời': '02/12/2026', 'Ngày trả lời': '20/11/2026', 'Thời hạn': 'Đúng hạn' },
      'Cơ quan, tòa án chuyển đến': 'Sở Công Thương, 12/SCT',
    })
  })

  it('the complaints says why an answer was late', () => {
    const late = {
      ...COMPLAINT,
      lateReason: 'staff',
      lateExplanation: 'Hai người nghỉ ốm',
    } as const
    const cells = registerCells('complaints', showLine(late, CLEAR), NAMES)
    expect(told('complaints', cells)).toMatchObject({
      'Lý do trễ': 'Thiếu người thực hiện: Hai người nghỉ ốm',
    })
  })

  it('the requests says what was asked, replied, done, and how long it took', () => {
    const cells = registerCells('rights', showLine(RIGHT, CLEAR), NAMES)
    expect(told('rights', cells)).toMatchObject({
      ...{ 'Quyền được yêu cầu': 'Xóa dữ liệu', 'Ngày yêu cầu': '02/11/2026' },
      ...{ 'Đối chiếu': 'Khớp', 'Ngày phản hồi': '03/11/2026', 'Qua bên xử lý': 'Có' },
      ...{ 'Tình trạng': 'Đã thực hiện', 'Số ngày': 28, 'Thời hạn phản hồi': 'Đúng hạn' },
      'Chuyển tiếp đến': 'Cửa hàng Hoa Mai (05/11/2026); Công ty Sao Mai (06/11/2026)',
      'Xác nhận đã thực hiện': '09/11/2026; chưa xác nhận',
      'Thời hạn thực hiện': 'Trễ 8 ngày',
    })
  })

  const asked = { repliedAt: null, settledOn: null, state: 'open' } as const
  const done = (settledOn: string) =>
    ({ settledOn, doneBy: '2026-11-22', doneState: 'missed' }) as const

  // Decree 356/2025, Article 5: a reply within two working days, each right within its own days; read on 05/12/2026.
  it.each([
    [
      { replyBy: '2026-11-04', replyState: 'missed', repliedAt: '2026-11-05T02:00:00.000Z' },
      ...['Thời hạn phản hồi', 'Trễ 1 ngày', 'Late by 1 day'],
    ],
    [
      // In Vietnam it is already the day after.
      { replyBy: '2026-11-04', replyState: 'missed', repliedAt: '2026-11-06T17:30:00.000Z' },
      ...['Thời hạn phản hồi', 'Trễ 3 ngày', 'Late by 3 days'],
    ],
    [
      { ...asked, replyBy: '2026-12-05', replyState: 'running' },
      ...['Thời hạn phản hồi', 'Đang chạy', 'Running'],
    ],
    [
      { ...asked, replyBy: '2026-12-01', replyState: 'running' },
      ...['Thời hạn phản hồi', 'Đang chạy, đã quá hạn 4 ngày', 'Running, overdue by 4 days'],
    ],
    [{ ...asked, replyBy: null, replyState: null }, ...['Thời hạn phản hồi', '', '']],
    [done('2026-11-23'), 'Thời hạn thực hiện', 'Trễ 1 ngày', 'Late by 1 day'],
    [
      { settledOn: '2026-11-22', doneBy: '2026-11-22', doneState: 'met' },
      ...['Thời hạn thực hiện', 'Đúng hạn', 'In time'],
    ],
    [
      { ...asked, doneBy: '2026-12-04', doneState: 'running' },
      ...['Thời hạn thực hiện', 'Đang chạy, đã quá hạn 1 ngày', 'Running, overdue by 1 day'],
    ],
    [
      { ...asked, doneBy: '2026-11-22', doneState: 'ended' },
      ...['Thời hạn thực hiện', 'Không còn áp dụng', 'No longer applies'],
    ],
  ] as const)('the requests says of %j under %s: %s (%s)', (of, head, vi, en) => {
    const line = showLine({ ...RIGHT, ...of }, CLEAR)
    expect(told('rights', registerCells('rights', line, NAMES))).toMatchObject({ [head]: vi })
    const english = registerCells('rights', line, { ...NAMES, language: 'en' })
    expect(told('rights', english)).toMatchObject({ [head]: en })
  })

  it('the violations says when it was detected and recorded, who was told or not, and why', () => {
    const cells = registerCells('violations', showLine(VIOLATION, CLEAR), NAMES)
    expect(told('violations', cells)).toMatchObject({
      ...{ 'Phát hiện lúc': '09:30 ngày 02/11/2026', 'Biên bản lập ngày': '02/11/2026' },
      'Thông báo cơ quan chuyên trách': 'Đúng hạn: 09:30 ngày 03/11/2026',
      'Quyết định và lý do (khoản 1 Điều 23)': 'Phải thông báo: Có nguy cơ lừa đảo',
      'Quyết định và lý do (khoản 3 Điều 23)': 'Không phải thông báo: Không có hành vi',
      'Thông báo khác':
        'Thông báo nguy cơ mất an toàn thông tin người tiêu dùng – Đang chạy: 09:30 ngày 03/11/2026',
    })
  })

  it.each([
    ['the complainant', {}, 'Đỗ Thị Hoà'],
    ['a firm', { kind: 'L8', variant: 'firm', firmName: 'Sao Khuê' }, 'Sao Khuê'],
    [
      'whom its author named',
      { kind: 'L8', variant: 'processor', recipientName: 'Bên A' },
      'Bên A',
    ],
    ['the authority', { kind: 'L7', variant: 'form-08' }, settings.notices.authorityName],
    ['nobody', { kind: 'L9', variant: 'sheet' }, ''],
  ] as const)(
    'the letters says that it went to %s, and what is said of its approval',
    (_, of, to) => {
      const cells = registerCells('letters', showLine({ ...LETTER, ...of }, CLEAR), NAMES)
      expect(told('letters', cells)).toMatchObject({
        ...{ 'Số, ký hiệu': '07/TB-BQT', 'Nơi nhận': to, 'Người duyệt': 'Trần Thị Lan' },
        'Ghi kèm lần duyệt': 'Chưa có người thứ hai độc lập',
        ...{ 'Cách gửi': 'Bưu điện', 'Ghi chú': 'Thay bằng 08/TB-BQT' },
      })
    },
  )
})

describe.each(REGISTERS)('the register of %s', (register) => {
  it('has a head for each cell in both languages, none twice', () => {
    for (const language of ['vi', 'en'] as const) {
      const heads = registerHeads(register, language)
      expect(new Set(heads).size).toBe(heads.length)
      expect(heads).not.toContain('')
    }
    expect(REGISTER_COLUMNS[register].every(({ width }) => width > 0)).toBe(true)
  })

  it('covers for whoever is not shown whose case it is', () => {
    const viewer: Viewer = {
      personId: CHAIR,
      role: 'auditor',
      coversInvestigators: false,
      revealed: new Set<string>(),
    }
    const { complaintId: id, complainantName: fullName } = BASE
    const cover = coverOf(viewer, {
      ...{ id, assigneeId: null, recordedBy: '', fullName, actingFor: null },
    })
    const cells = {
      complaints: registerCells('complaints', showLine(COMPLAINT, cover), NAMES),
      rights: registerCells('rights', showLine(RIGHT, cover), NAMES),
      violations: registerCells('violations', showLine(VIOLATION, cover), NAMES),
      letters: registerCells('letters', showLine(LETTER, cover), NAMES),
    }[register]
    const text = cells.map(readable).join(' | ')
    expect(text).not.toMatch(/Hoà|345/u)
    expect(text).toContain('KN-2026-0007')
    expect(text).toContain('Người khiếu nại (đã che)')
  })

  it('is a paper with its head, its lines and what it goes without', () => {
    const head: RegisterHead = {
      register,
      from: '2026-10-01',
      to: '2026-12-31',
      by: 'Trần Thị Lan',
      at: '2026-12-01T03:00:00.000Z',
      language: 'vi',
      lost: ['letter:TB-BQT:2026', 'KN-2026'].map((series) => ({
        ...{
          series,
          value: 9,
          written: `09 ${series}`,
          lossId: '',
          lostAt: '2026-11-01T03:00:00.000Z',
        },
        ...{ complaintCode: null, letterId: null, kind: null, issuedOn: null },
        ...{ contentHash: null, pdfSha256: null },
      })),
    }
    const rows = [['a', 1, 'b']]
    const text = documentText(registerDocument(head, rows, settings.organisation)).join('\n')
    for (const line of [...headLines(head), ...footLines(head, 1), 'a', '1', 'b']) {
      expect(text).toContain(line)
    }
    expect(footLines(head, 1)[0]).toBe('Số dòng: 1')
    expect(footLines(head, 0)[0]).toBe('Không có dòng nào trong kỳ này.')
    const lost = { complaints: 1, letters: 1, rights: 0, violations: 0 }[register]
    expect(footLines(head, 1)).toHaveLength(1 + lost)
  })
})

it('every register has a line in this test', () => {
  expect(Object.keys(LINES)).toEqual([...REGISTERS])
})
