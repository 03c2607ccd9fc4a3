import type { Member } from './board.ts'

/** Who sets the board up. */
export const CHAIR: Member = {
  username: 'lan.tran',
  password: 'con chim sơn ca trên mái ngói',
  fullName: 'Trần Thị Ngọc Lan',
  title: 'Trưởng ban quản trị website',
}

/** The second person, who may approve what the first wrote. */
export const DEPUTY: Member = {
  username: 'minh.le',
  password: 'bốn mùa lá rụng bên hồ',
  fullName: 'Lê Quang Minh',
  title: 'Phó trưởng ban',
}
