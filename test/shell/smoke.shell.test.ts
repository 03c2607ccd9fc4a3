import { afterAll, beforeAll, expect, it } from 'vitest'
import { setUp } from '#test/e2e/kit/board.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import { openShellDesk } from './kit/shell-desk.ts'
import type { Program } from './kit/program.ts'
import { startProgram } from './kit/start-program.ts'
let program: Program
let desk: Desk
beforeAll(async () => {
  program = await startProgram()
  desk = await openShellDesk(program)
})
afterAll(() => program.stop())
it('starts', async () => {
  await desk.shoot('smoke')
  await setUp(desk, {
    username: 'lan.tran',
    password: 'con chim sơn ca trên mái ngói',
    fullName: 'Trần Thị Ngọc Lan',
    title: 'Trưởng ban',
  })
  expect(desk.faults).toEqual([])
})
