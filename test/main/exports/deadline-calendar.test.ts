import { expect, it } from 'vitest'

import { deadlineCalendar, type CalendarClock } from '#main/exports/deadline-calendar.ts'

const AT = '2026-11-27T02:00:00.000Z'

function clock(changes: Partial<CalendarClock>): CalendarClock {
  return {
    id: 'clock-1',
    complaintId: 'complaint',
    code: 'KN-2026-0001',
    subject: 'Số điện thoại của bà Hoà bị lộ',
    assigneeId: null,
    rule: 'T-DSR-SEE',
    trigger: 'right',
    startsAt: '2026-11-22T08:30:00.000Z',
    endsAt: '2026-12-02T17:00:00.000Z',
    legalEnd: '2026-12-02',
    name: 'Xem, sửa, cung cấp dữ liệu',
    inHours: false,
    ...changes,
  }
}

/** The lines as the standard joins them again (RFC 5545, 3.1). */
function linesOf(clocks: readonly CalendarClock[]): readonly string[] {
  const text = new TextDecoder().decode(deadlineCalendar(clocks, { name: 'Thời hạn', at: AT }))
  return text.replaceAll(/\r\n[ \t]/gu, '').split('\r\n')
}

const valuesOf = (lines: readonly string[], name: string): readonly string[] =>
  lines.flatMap((line) => (line.startsWith(name) ? [line.slice(line.indexOf(':') + 1)] : []))

it('keeps two duties of one rule that began together apart, and each the same when taken again', () => {
  const clocks = [clock({}), clock({ id: 'clock-2' })]
  const ids = valuesOf(linesOf(clocks), 'UID')
  expect(new Set(ids).size).toBe(2)
  expect(valuesOf(linesOf(clocks), 'UID')).toEqual(ids)
})

it('has a day for a limit in days and a minute for one in hours, each with an alarm before', () => {
  const hours = { id: 'clock-2', inHours: true, endsAt: '2026-11-25T08:30:00.000Z' }
  const lines = linesOf([clock({}), clock(hours)])
  expect(valuesOf(lines, 'DTSTART')).toEqual(['20261202', '20261125T083000Z'])
  expect(valuesOf(lines, 'TRIGGER')).toEqual(['-P1D', '-PT2H'])
})

it('names the duty and the code, and nobody and nothing of the complaint', () => {
  const text = linesOf([clock({})]).join('\n')
  expect(text).toContain('SUMMARY:KN-2026-0001: Xem\\, sửa\\, cung cấp dữ liệu')
  expect(text).not.toMatch(/Hoà|điện thoại/u)
})

it('without a clock is a calendar without an entry', () => {
  const lines = linesOf([])
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.filter((line) => line.startsWith('BEGIN'))).toHaveLength(1)
})
