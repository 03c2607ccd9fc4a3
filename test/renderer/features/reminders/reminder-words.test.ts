// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'

import { reminderText } from '#renderer/features/reminders/reminder-words.ts'

const days = {
  code: 'KN-2026-0001',
  rule: 'T-POL-30',
  legalEnd: '2026-11-30',
  // The end of that day in Vietnam.
  endsAt: '2026-11-30T17:00:00.000Z',
}
const hours = { ...days, rule: 'T-POL-0', endsAt: '2026-11-30T03:05:00.000Z' }
const before = '2026-11-30T03:04:59.000Z'
const after = '2026-12-01T03:00:00.000Z'

describe('a reminder', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it.each([
    ['of a limit in days', days, before, 'Hạn 30/11/2026.'],
    ['of a limit in days that is over', days, after, 'Hạn 30/11/2026 đã qua.'],
    ['of a limit in hours', hours, before, 'Hạn 30/11/2026 10:05.'],
    ['of a limit in hours at its end', hours, hours.endsAt, 'Hạn 30/11/2026 10:05 đã qua.'],
  ])('%s', (_, clock, now, end) => {
    const text = reminderText(clock, now, 'vi')
    expect(text).toMatch(/^KN-2026-0001: .+\. /u)
    expect(text.endsWith(` ${end}`)).toBe(true)
  })
})
