// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { translate } from '#renderer/i18n/index.ts'
import { whoMay } from '#renderer/words/who-may.ts'

it('names the roles that do what a reader may not', () => {
  expect(whoMay('firm.engage', translate)).toBe(
    'Việc này do người có vai trò sau thực hiện: Trưởng ban, Ban quản trị.',
  )
})
