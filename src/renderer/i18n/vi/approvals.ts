export const approvalsMessages = {
  lead: 'Những việc phải có người thứ hai quyết định.',
  empty: 'Không có việc nào chờ duyệt',
  emptyText: 'Thư trình ký và đề nghị của các thành viên sẽ hiện ở đây.',
  letters: 'Thư chờ duyệt',
  requests: 'Đề nghị chờ quyết định',
  asked: '{name} đề nghị ngày {when}.',
  openCase: 'Mở hồ sơ',
  what: {
    close: 'Đóng khiếu nại',
    ending: {
      withdrawn: 'Kết thúc khiếu nại: người khiếu nại rút',
      withdrawnInWriting:
        'Kết thúc khiếu nại: người khiếu nại rút bằng văn bản đính kèm, không gửi thư nêu lý do',
      rejected: 'Kết thúc khiếu nại: không thuộc phạm vi giải quyết',
      duplicateOfOther: 'Kết thúc khiếu nại: trùng với một khiếu nại khác của cùng một người',
      duplicate: 'Kết thúc khiếu nại: trùng với {code} của cùng một người ({contact})',
    },
    receipt: 'Sửa thời điểm tiếp nhận thành {to}',
    role: 'Đổi vai trò của {name} thành {role}',
    end: 'Ngừng tài khoản của {name}',
    nameConflict: 'Nêu {name} là người có liên quan, không cho xem hồ sơ',
    liftConflict: 'Thôi nêu {name} là người có liên quan, cho xem lại hồ sơ',
    liftHold: 'Gỡ yêu cầu giữ nguyên hồ sơ',
    erase: 'Xóa thông tin cá nhân của hồ sơ đã hết {months} tháng lưu. Xóa rồi không lấy lại được.',
  },
  vouches: 'Duyệt đề nghị này cũng là xác nhận rằng chính {name} đang giữ tài khoản của mình.',
  leaving: {
    text: 'Duyệt xong, {name} ra ngay ở mọi cửa sổ và dữ liệu được mã hóa lại bằng khóa mới. Mọi người chờ vài giây.',
    oneTime:
      'Những người sau chưa đăng nhập từ bản chương trình này nên sẽ phải nhận mật khẩu dùng một lần: {names}. Muốn tránh, hãy để họ đăng nhập một lần rồi mới duyệt.',
    sheet:
      'Tờ khóa khôi phục đã in sẽ không dùng được nữa: Trưởng ban phải in tờ mới ở lần đăng nhập sau.',
    done: 'Đã đổi khóa dữ liệu',
    took: 'Người rời ban không còn mở được dữ liệu. Dữ liệu đã được mã hóa lại bằng khóa mới trong {seconds} giây; một bản sao lưu mới được làm ngay sau đây.',
    passwords:
      'Hãy báo riêng cho từng người mật khẩu dùng một lần này. Mật khẩu chỉ hiện ở đây, một lần này.',
    newSheet:
      'Tờ khóa khôi phục cũ không còn dùng được. Hãy báo Trưởng ban đăng nhập lại để in tờ mới, rồi hủy tờ cũ.',
    close: 'Tôi đã ghi lại, cất phần này',
    waiting:
      'Một thành viên vừa rời ban, chương trình đang đổi khóa dữ liệu. Việc anh/chị đang lưu sẽ chờ vài giây rồi tự chạy tiếp.',
  },
  fewApprovers: 'Người đề nghị chấp nhận rằng hồ sơ sẽ còn dưới hai người duyệt thư.',
  approve: 'Duyệt',
  return: 'Trả lại',
  approveTitle: 'Duyệt đề nghị này?',
  returnTitle: 'Trả lại đề nghị này?',
  approved: 'Đã duyệt và thực hiện.',
  returned: 'Đã trả lại đề nghị.',
  withdraw: 'Rút đề nghị',
  withdrawTitle: 'Rút đề nghị này?',
  withdrawn: 'Đã rút đề nghị.',
} as const
