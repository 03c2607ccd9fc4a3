import { describe, expect, it } from 'vitest'
import { can, PERMISSIONS, type Action } from '#core/people/permissions.ts'

describe('the role table', () => {
  it('lets the auditor change nothing', () => {
    const changing = (Object.keys(PERMISSIONS) as Action[]).filter(
      (action) => !/\.(?:read|export|pack)$/.test(action),
    )
    expect(changing.filter((action) => can('auditor', action))).toEqual([])
  })

  it('has a chair who may do everything, so that a board can always work', () => {
    expect((Object.keys(PERMISSIONS) as Action[]).filter((each) => !can('chair', each))).toEqual([])
  })
})
