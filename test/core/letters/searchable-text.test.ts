import { expect, it } from 'vitest'

import { ownWords } from '#core/letters/searchable-text.ts'
import { NO_PARTICULARS } from '#core/letters/particulars.ts'

const part = (text: string, edited: boolean) => ({ key: text, heading: null, text, edited })

it('of a letter are what somebody wrote, not what every letter says', () => {
  expect(
    ownWords({
      number: '01/TB-BQT',
      particulars: {
        ...NO_PARTICULARS,
        asked: 'Ảnh chụp tin nhắn',
        replyBy: '2026-12-01',
        clock: 'T-DSR-SEE r1',
        engagementId: 'e1',
        recipientName: 'Công ty Giao Nhanh',
      },
      parts: [part('Ban quản trị trân trọng thông báo.', false), part('Xin lỗi anh Tuấn.', true)],
    }),
  ).toEqual(['01/TB-BQT', 'Ảnh chụp tin nhắn', 'Công ty Giao Nhanh', 'Xin lỗi anh Tuấn.'])
})

it('are none of a letter left as it was composed', () => {
  expect(
    ownWords({ number: null, particulars: NO_PARTICULARS, parts: [part('Kính gửi', false)] }),
  ).toEqual([])
})
