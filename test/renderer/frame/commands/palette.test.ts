import { expect, it } from 'vitest'

import { matchingCommands, type Command } from '#renderer/frame/commands/palette.ts'

const LABELS = ['Ghi nhận khiếu nại', 'Khiếu nại', 'Khiếu nại của tôi', 'Đặng Văn Kiểm', 'Thư']
const COMMANDS: readonly Command[] = LABELS.map((label) => ({
  ...{ id: label, group: 'room', label, run: () => undefined },
  ...(label === 'Thư' ? { keys: 'letters' } : {}),
}))

it.each<[string, readonly string[], readonly string[]]>([
  ['', [], LABELS],
  ['khieu nai', ['Khiếu nại', 'Khiếu nại của tôi'], ['Ghi nhận khiếu nại']],
  ['KHIẾU NẠI CỦA', ['Khiếu nại của tôi'], []],
  ['nai ghi', [], ['Ghi nhận khiếu nại']],
  ['dang', ['Đặng Văn Kiểm'], []],
  ['kiem', [], ['Đặng Văn Kiểm']],
  ['letters', [], ['Thư']],
  ['không có', [], []],
])('finds for [%s] what is called so first, then what has the words', (typed, called, others) => {
  const found = matchingCommands(COMMANDS, typed)
  expect(found.called.map(({ label }) => label)).toEqual(called)
  expect(found.others.map(({ label }) => label)).toEqual(others)
})
