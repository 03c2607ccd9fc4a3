import type { Member } from '#test/e2e/kit/board.ts'
import type { Desk } from '#test/e2e/kit/desk.ts'
import type { Program } from '../kit/program.ts'

/** A board at work: the program, the desk at its window, and what later steps know from earlier ones. */
export type Board = {
  readonly program: Program
  desk: Desk
  /** The complaint the walk is about. */
  code: string
}

/** Steps by their names, each standing on the ones before it. */
export type Walk = Readonly<Record<string, (board: Board) => Promise<void>>>

export const CHAIR: Member = {
  username: 'lan.tran',
  password: 'con chim sơn ca trên mái ngói',
  fullName: 'Trần Thị Ngọc Lan',
  title: 'Trưởng ban quản trị website',
}
export const DEPUTY: Member = {
  username: 'minh.le',
  password: 'bốn mùa lá rụng bên hồ',
  fullName: 'Lê Quang Minh',
  title: 'Phó trưởng ban',
}
