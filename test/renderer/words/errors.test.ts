// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { systemIssue, type Issue } from '#core/kernel/errors.ts'
import { ApiError } from '#renderer/api.ts'
import { errorText } from '#renderer/words/errors.ts'
import { translate } from '#renderer/i18n/index.ts'

const [{ code: SQLITE }] = systemIssue('SQLITE_NOTADB')

const text = (code: 'DATABASE_DAMAGED' | 'NOT_ALLOWED', ...issues: readonly Issue['code'][]) =>
  errorText(new ApiError({ code, issues: issues.map((issue) => ({ path: '', code: issue })) }))

it('says what happened, and why in words where there are words', () => {
  expect(text('NOT_ALLOWED', 'BOARD_IN_USE')).toBe(
    `${translate('errors.NOT_ALLOWED')} ${translate('issues.BOARD_IN_USE')}`,
  )
})

it('names what only a technician knows, without taking it for a reason', () => {
  expect(text('DATABASE_DAMAGED', SQLITE)).toBe(
    `${translate('errors.DATABASE_DAMAGED')} (SQLITE_NOTADB)`,
  )
})

it('has words for what nobody expected', () => {
  expect(errorText(new TypeError('x is undefined'))).toBe(translate('errors.INTERNAL'))
})
