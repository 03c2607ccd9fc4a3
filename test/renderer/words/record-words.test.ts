import { afterEach, describe, expect, it } from 'vitest'

import type { AuditEvent, FieldChange } from '#core/audit/model.ts'
import { actionText, changesInWords } from '#renderer/words/record-words.ts'
import { i18n } from '#renderer/i18n/index.ts'

const EVENT: AuditEvent = {
  ...{ sequence: 1, at: '2026-11-22T08:30:00.000Z', personId: 'p1', personName: 'Võ Hoài An' },
  ...{ action: 'settings.saved', complaintId: null, entity: 'settings', entityId: 'settings' },
  ...{ changes: [], previousHash: '', hash: '' },
}

function words(entity: string, change: FieldChange, language: 'vi' | 'en' = 'vi') {
  i18n.global.locale.value = language
  const reader = {
    language,
    personName: (id: string) => (id === 'p1' ? 'Võ Hoài An' : ''),
    siteName: () => 'Ledu.vn',
  }
  return changesInWords({ ...EVENT, entity, changes: [change] }, reader)
}

afterEach(() => {
  i18n.global.locale.value = 'vi'
})

describe('what the record says of a change', () => {
  it.each([
    ['deadline', 'state', 'running', 'missed', 'Trạng thái', 'Đang tính', 'Trễ hạn'],
    [
      'deadline',
      'stoppedAt',
      null,
      '2026-11-14T09:06:00.000Z',
      'Dừng lúc',
      null,
      '14/11/2026 16:06',
    ],
    [
      'breach',
      'state',
      'suspected',
      'ruled-out',
      'Tình trạng',
      'Nghi có vi phạm',
      'Xác định không có vi phạm',
    ],
    ['letter', 'kind', null, 'L5', 'Loại thư', null, 'Từ chối hoặc thực hiện một phần'],
    ['letter', 'channel', null, 'post', 'Cách gửi', null, 'Bưu điện'],
    ['complaint', 'channel', null, 'phone', 'Kênh tiếp nhận', null, 'Điện thoại'],
    ['approval', 'kind', null, 'change-role', 'Việc đề nghị', null, 'Đổi vai trò'],
    ['breachNotice', 'evidenceId', null, 'e1', 'Tệp chứng minh', null, '1 tệp'],
    ['complaint', 'assigneeId', 'p1', 'gone', 'Người phụ trách', 'Võ Hoài An', 'gone'],
    [
      'settings',
      'restDays',
      ['0', '6'],
      ['0'],
      'Ngày nghỉ hằng tuần',
      'Chủ Nhật, Thứ Bảy',
      'Chủ Nhật',
    ],
    [
      ...['settings', 'holidays', [], ['2027-02-05 statutory proposed'], 'Ngày nghỉ lễ, làm bù'],
      ...[null, '05/02/2027 (Nghỉ lễ theo luật, Mới đề xuất)'],
    ],
    [
      ...['settings', 'T-DSR-DEL 2026-01-01', null, '20 (30) +20 days → 2027-01-01 checked'],
      'Thực hiện yêu cầu xóa dữ liệu, áp dụng từ 01/01/2026',
      null,
      '20 ngày; 30 khi bên xử lý phải thực hiện; gia hạn tối đa 20; đến 01/01/2027; Đã đối chiếu',
    ],
  ] as const)('%s.%s', (entity, field, from, to, label, before, after) => {
    expect(words(entity, { field, from, to })).toEqual([{ field: label, from: before, to: after }])
  })

  it('says the stop of a limit in days as a day, of one in hours as a moment', () => {
    const stop = { field: 'stoppedAt', from: null, to: '2026-12-01T00:00:00.000Z' }
    const reader = { language: 'vi' as const, personName: () => '', siteName: () => '' }
    const stopped = (rule: string) =>
      changesInWords(
        { ...EVENT, entity: 'deadline', changes: [{ field: 'rule', from: null, to: rule }, stop] },
        reader,
      )[1]
    expect(stopped('T-DSR-DEL')).toEqual({ field: 'Dừng ngày', from: null, to: '01/12/2026' })
    expect(stopped('T-BR-72')).toMatchObject({ field: 'Dừng lúc', to: '01/12/2026 07:00' })
  })

  it('in English too, with one day and several', () => {
    const change = {
      field: 'T-POL-0 2026-01-01',
      from: '1 days → … unchecked',
      to: '2 days → … checked',
    }
    expect(words('settings', change, 'en')).toMatchObject([
      { from: '1 day; Not checked', to: '2 days; Checked' },
    ])
  })

  it('says that values are no longer kept, and how many entries were erased', () => {
    expect(
      words('complaint', { field: 'subject', from: null, to: null, gone: true }),
    ).toMatchObject([{ from: null, to: null, gone: true }])
    const named = ['12:aa', '31', '32']
    expect(words('complaint', { field: 'erasedEntries', from: null, to: named })).toMatchObject([
      { field: 'Số sự kiện bị xóa nội dung', to: '3' },
    ])
  })

  it('keeps what nobody has words for, rather than hide it', () => {
    expect(actionText('moon.landed')).toBe('moon.landed')
    expect(words('moon', { field: 'phase-of', from: null, to: 'full' })).toEqual([
      { field: 'phase-of', from: null, to: 'full' },
    ])
    expect(words('settings', { field: 'holidays', from: [], to: ['soon'] })).toMatchObject([
      { to: 'soon' },
    ])
    expect(words('settings', { field: 'T-X 2026-01-01', from: null, to: 'a while' })).toMatchObject(
      [{ to: 'a while' }],
    )
  })
})
