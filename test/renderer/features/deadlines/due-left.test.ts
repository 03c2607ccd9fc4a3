// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'

import { DEADLINE_RULES } from '#core/deadlines/rule-table.ts'
import DueLeft from '#renderer/features/deadlines/DueLeft.vue'
import { show } from '../../kit/component.ts'

const DUE = { dueOn: '2026-11-24', targetOn: '2026-11-20' }
const REPLY = { ...DUE, dueAt: '2026-11-24T17:00:00.000Z', dueRule: 'T-DSR-ACK' }
const NOTICE = { ...DUE, dueAt: '2026-11-24T07:05:00.000Z', dueRule: 'T-BR-72' }
const DONE = { ...DUE, dueAt: null, dueRule: null }
const nameOf = (code: string) => DEADLINE_RULES.find((rule) => rule.code === code)?.name.vi ?? code

describe('the time left says its duty without a pointer over it', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it.each([
    ['with its day', REPLY, 'full', `24/11/2026 · ${nameOf('T-DSR-ACK')}`],
    ['without the year in a list', REPLY, 'short', `24/11 · ${nameOf('T-DSR-ACK')}`],
    ['with its hour', NOTICE, 'short', `24/11 14:05 · ${nameOf('T-BR-72')}`],
    ['by its code where no table has it', { ...REPLY, dueRule: 'T-X' }, 'full', '24/11/2026 · T-X'],
    ['not when nothing is open', DONE, 'full', undefined],
    ['not where a column says it', REPLY, undefined, undefined],
  ] as const)('%s', (_name, due, said, text) => {
    const shown = show(DueLeft, () => ({ due, said }))
    expect(shown.all('.duty').map((each) => each.textContent)).toEqual(
      text === undefined ? [] : [text],
    )
    shown.unmount()
  })
})
