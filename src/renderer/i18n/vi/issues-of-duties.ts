/** What stands against a duty of the law: whose word is missing, and why something is late. */
export const dutyIssueMessages = {
  MANDATE_MISSING: 'Chưa ghi nhận giấy tờ ủy quyền của người đại diện.',
  ACTS_FOR_NOBODY: 'Người khiếu nại không thay mặt ai.',
  GUARDIAN_MISSING:
    'Quyền của trẻ em cần cha, mẹ hoặc người giám hộ yêu cầu; chưa ghi nhận giấy tờ của người đó.',
  REACH_MISSING: 'Chưa biết cách nào để liên lạc với người khiếu nại.',
  CLOCK_OPEN: 'Còn thời hạn chưa xong: {rule}, đến {day}. Hãy làm xong trước.',
  STATE_PARTLY_CHECKED: '{done} trên {all} mục đã kiểm tra hoặc đã nêu vì sao không.',
  CAUSE_SEARCHED_UNTIL: 'Đủ để trả lời; còn tìm nguyên nhân đến {day}.',
  REMEDY_PROMISED: 'Đủ để trả lời; còn {count} biện pháp hứa đến {day}.',
  ASKED_BEFORE_RECEIPT: 'Thời điểm yêu cầu sớm hơn lúc tiếp nhận khiếu nại.',
  SETTLED_BEFORE_ASKED: 'Ngày thực hiện sớm hơn ngày yêu cầu.',
} as const
