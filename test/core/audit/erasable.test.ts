import { describe, expect, it } from 'vitest'
import { isErasable } from '#core/audit/erasable.ts'
import type { AuditValue } from '#core/audit/model.ts'

describe('what is kept beside the journal, where it can be erased', () => {
  it.each<readonly [string, string, AuditValue, boolean]>([
    ['complaint', 'narrative', 'Ai đó gọi cho tôi', true],
    ['complaint', 'phones', ['+84903123456'], true],
    ['complaint', 'phones', [], false],
    ['complaint', 'fullName', 'lan', true],
    ['complaint', 'severity', 'high', false],
    ['complaint', 'code', 'KN-2026-0001', false],
    ['complaint', 'receivedAt', '2026-11-22T08:30:00.000Z', false],
    ['complaint', 'legalEnd', '2026-12-22', false],
    ['evidence', 'size', 1_024, false],
    ['evidence', 'fileName', 'cccd-lan.jpg', true],
    ['evidence', 'sha256', 'a'.repeat(64), true],
    ['letter', 'number', '01/TB-BQT', false],
    ['letter', 'recipientName', 'Chị Lan', true],
    ['step', 'state', 'done', false],
    ['step', 'description', 'Gọi lại cho chị Lan', true],
    ['breach', 'serious', true, false],
    // The state of one thing is no state of another.
    ['somethingNew', 'state', 'open', true],
    ['complaint', 'aNewField', 'x', true],
    ['constructor', 'toString', 'x', true],
  ])('%s.%s = %j: %s', (entity, field, value, erasable) => {
    expect(isErasable(entity, { field, from: null, to: value })).toBe(erasable)
    expect(isErasable(entity, { field, from: value, to: null })).toBe(erasable)
  })
})
