import { randomBytes } from 'node:crypto'

import type { MailDraft } from '#main/mail/eml.ts'

/** What stands for the letter: bytes that no line of mail could carry as they are. */
export const PDF = Buffer.concat([Buffer.from('%PDF-1.7\r\n\n\r\0'), randomBytes(20_000)])

/** A Vietnamese e-mail with the letter attached. */
export const LETTER: MailDraft = {
  to: { name: 'Bà Nguyễn Thị Minh Khai', address: 'minh.khai+ledu@example.com.vn' },
  from: { name: 'Ban quản trị Ledu.vn', address: 'ban-quan-tri@ledu.vn' },
  subject: 'Thông báo kết quả giải quyết khiếu nại KN-2026-0042 về thông tin cá nhân của Bà',
  text: 'Kính gửi Bà,\n\nBan quản trị gửi Bà thông báo số 07/TB-BQT. = dấu bằng.\n.\nFrom Ledu\n\nTrân trọng.',
  language: 'vi',
  attachments: [
    {
      fileName: 'Thông báo kết quả giải quyết khiếu nại 07-TB-BQT – Bà Nguyễn Thị Minh Khai.pdf',
      mediaType: 'application/pdf',
      bytes: PDF,
    },
  ],
}
