/** How a case ends, is heard again, and is closed. */
export const caseEndMessages = {
  request: {
    send: 'Gửi đề nghị',
    pending: '{who} đã đề nghị lúc {when}; đang chờ người thứ hai quyết định.',
    returned: 'Đề nghị của {who} lúc {when} đã bị {by} trả lại.',
    wanted: 'Thời điểm đề nghị: {when}',
    reason: 'Lý do: {reason}',
    remark: 'Ý kiến: {remark}',
    withdraw: 'Rút đề nghị',
    decide: 'Xem và quyết định',
  },
  ending: {
    end: 'Đề nghị kết thúc',
    help: 'Dùng khi người khiếu nại rút, khi không thuộc phạm vi giải quyết, hoặc khi cùng một người đã gửi khiếu nại này. Người thứ hai quyết định; sau đó gửi thư kết quả nêu lý do thì hồ sơ kết thúc.',
    way: 'Kết thúc vì',
    duplicateOf: 'Mã khiếu nại gốc',
    duplicateHelp:
      'Ví dụ: KN-2026-0001. Khiếu nại của vợ, chồng hoặc người đại diện không phải là trùng: hãy liên kết làm hồ sơ liên quan.',
    contact: 'Biết là cùng một người vì trùng',
    contacts: {
      phone: 'Số điện thoại',
      email: 'Thư điện tử',
      'member-account': 'Tài khoản thành viên',
    },
    evidence: 'Văn bản rút khiếu nại',
    evidenceHelp:
      'Nếu người khiếu nại rút bằng văn bản, hãy đính kèm ở mục Chứng cứ rồi chọn tại đây; khi đó không phải gửi thư.',
    noEvidence: 'Không có văn bản',
    decided: 'Đã có hai người quyết định kết thúc: {way}.',
    letterDue: 'Hồ sơ kết thúc khi thư kết quả nêu lý do đã được gửi.',
    openDuties: 'Hồ sơ kết thúc khi các yêu cầu về quyền và thông báo còn lại đã xong.',
    goesOn: 'Muốn giải quyết tiếp, hãy ghi kết luận khác.',
  },
  review: {
    open: 'Mở lần xem xét lại',
    help: 'Khi người khiếu nại không đồng ý với kết quả: mở một hồ sơ mới có thời hạn và thư riêng, do người khác giải quyết nếu có. Hồ sơ này giữ nguyên.',
    next: 'Đây là hồ sơ xem xét lại. Lần mở tiếp theo là lần xem xét lại kế tiếp của hồ sơ gốc.',
    receivedAt: 'Thời điểm nhận đề nghị',
    narrative: 'Người khiếu nại không đồng ý điều gì',
    opened: 'Đã mở hồ sơ xem xét lại {code}.',
    openedNext:
      'Không mở lần xem xét lại của một lần xem xét lại: {code} là lần kế tiếp của hồ sơ gốc.',
  },
  linked: {
    none: 'Chưa có hồ sơ liên quan.',
    add: 'Liên kết hồ sơ',
    code: 'Mã hồ sơ liên quan',
    help: 'Hồ sơ của người khác cùng bị ảnh hưởng. Mỗi người được trả lời trong hồ sơ của mình.',
    remove: 'Bỏ liên kết',
    removeOf: 'Bỏ liên kết với {code}',
  },
  closing: {
    clocks: 'Chưa đóng được khi còn thời hạn đang chạy:',
    request: 'Đề nghị đóng hồ sơ',
    help: 'Hồ sơ đóng khi có người thứ hai đồng ý. Sau đó không sửa được nữa.',
    answered: 'Đã trả lời lúc {when}.',
    ended: 'Đã kết thúc lúc {when}.',
    promises: 'Còn {n} biện pháp đã hứa chưa xong; vẫn nằm trong danh sách của người thực hiện.',
    promisesUntil:
      'Còn {n} biện pháp đã hứa, đến ngày {date}; vẫn nằm trong danh sách của người thực hiện.',
    promisesUndated: 'Trong đó {n} biện pháp chưa có ngày.',
    searched: 'Nguyên nhân còn được tìm đến ngày {date}; đến ngày đó hồ sơ hiện trong mục Hôm nay.',
  },
} as const
