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
  VIOLATION_STANDS:
    'Kết quả kiểm tra hoặc nguyên nhân vẫn ghi là thông tin bị lộ hay bị dùng sai. Hãy sửa chỗ đó trước; nếu ghi đúng, hãy trả lời việc thông báo là “không” kèm lý do.',
  ADDRESSEE_LEFT_OUT:
    'Thư đã ban hành nên mọi người trong danh sách đều phải được gửi: dòng bỏ ra phải có dòng đã sửa thay vào.',
  DUPLICATE_OF_REVIEWED:
    'Khiếu nại này là đề nghị xem xét lại chính khiếu nại kia nên không phải khiếu nại trùng.',
  ANSWERED_BEFORE_PAPER:
    'Ngày trả lời sớm hơn ngày nhận khiếu nại hoặc ngày ghi trên văn bản của cơ quan, tòa án.',
  REMEDY_DAY_OVER:
    'Ngày hứa của một biện pháp đã qua ({day}): hãy ghi đã làm xong hoặc hẹn ngày mới, để thư không hứa một ngày đã qua.',
  REPLY_DAY_OVER: 'Hạn trả lời ghi trong thư ({day}) đã qua.',
  ASKED_BEFORE_RECEIPT: 'Thời điểm yêu cầu sớm hơn lúc tiếp nhận khiếu nại.',
  SETTLED_BEFORE_ASKED: 'Ngày thực hiện sớm hơn ngày yêu cầu.',
} as const
