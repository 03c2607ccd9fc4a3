import { describe, expect, it } from 'vitest'

import { blankFirm, formOf } from '#renderer/features/firms/firm-form.ts'
import { contract } from '#shared/contract/index.ts'

describe('a firm in the registry', () => {
  it('is sent with exactly the fields the core takes', () => {
    const id = '0198a3c0-0000-7000-8000-000000000001'
    const firm = { id, version: 3, ...blankFirm(), name: 'Lá Chắn Việt' }
    expect(contract['firms.add'].input.safeParse(formOf(firm)).success).toBe(true)
    expect(
      contract['firms.edit'].input.safeParse({ id, version: 3, ...formOf(firm) }).success,
    ).toBe(true)
  })
})
