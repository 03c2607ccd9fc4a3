// @vitest-environment happy-dom
import { expect, it } from 'vitest'

import { siteId } from '#renderer/features/setup/setup-form.ts'

it.each([
  ['Ledu.vn', [], 'ledu'],
  ['Ưu Đãi Số 1', [], 'uu-dai-so-1'],
  ['Ledu.vn', ['ledu'], 'ledu-2'],
  ['Ledu.vn', ['ledu', 'ledu-2'], 'ledu-3'],
  ['***', [], 'site'],
])('a site called %j beside %j gets the id %s', (name, taken, id) => {
  expect(siteId(name, taken)).toBe(id)
})
