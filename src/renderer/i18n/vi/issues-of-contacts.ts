/** What can be wrong with an entry of the contact log. */
export const contactIssueMessages = {
  SAID_LONG_BEFORE_RECEIPT: 'Thời điểm này sớm hơn ngày tiếp nhận hơn 30 ngày. Hãy xem lại năm.',
  ENTRY_OF_ANOTHER: 'Chỉ người đã ghi mới sửa hoặc rút lại được mục này.',
  ENTRY_WITHDRAWN: 'Mục này đã rút lại nên không sửa nữa. Hãy ghi mục mới.',
  NOT_MENTIONED: 'Mục này không còn chờ anh/chị đọc.',
  PERSON_READS_ONLY: 'Người này chỉ xem hồ sơ, không xử lý, nên không nhắc đến được.',
} as const
