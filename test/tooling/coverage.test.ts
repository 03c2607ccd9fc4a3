import { join } from 'node:path'

import { expect, it } from 'vitest'

import { byFloor } from '../../scripts/coverage.ts'

const ROOT = join(import.meta.dirname, '../..')
const lines = (total: number, covered: number) => ({ lines: { total, covered } })

it('adds the lines of files up by floor', () => {
  const summary = {
    total: lines(99, 9),
    [join(ROOT, 'src/core/kernel/text.ts')]: lines(10, 9),
    [join(ROOT, 'src/core/letters/commands/issue.ts')]: lines(30, 30),
    [join(ROOT, 'src/main/index.ts')]: lines(4, 0),
    [join(ROOT, 'src/main/db/store.ts')]: lines(8, 8),
    [join(ROOT, 'src/renderer/features/letters/LetterView.vue')]: lines(6, 3),
    [join(ROOT, 'scripts/seed.ts')]: lines(7, 7),
  }
  expect(byFloor(summary, ROOT)).toEqual([
    { floor: 'src/core', total: 40, covered: 39 },
    { floor: 'src/main', total: 4, covered: 0 },
    { floor: 'src/main/db', total: 8, covered: 8 },
    { floor: 'src/renderer/features', total: 6, covered: 3 },
  ])
})

it('has nothing to say of no files', () => {
  expect(byFloor({}, ROOT)).toEqual([])
})
