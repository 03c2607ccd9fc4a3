export const sessionMessages = {
  tagline: 'Bàn giải quyết khiếu nại về thông tin cá nhân',
  title: 'Đăng nhập',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  wait: 'Nhập lại sau {n} giây',
  forgot: 'Quên mật khẩu? Dùng khóa khôi phục',
  backToSignIn: 'Quay lại đăng nhập',
  demoTitle: 'Tài khoản mẫu: bấm để vào',
  ended: {
    idle: 'Đã tự khóa vì lâu không thao tác. Phần nhập dở đã được giữ lại; đăng nhập để làm tiếp.',
    away: 'Đã tự khóa vì máy vừa khóa màn hình hoặc ngủ. Phần nhập dở đã được giữ lại; đăng nhập để làm tiếp.',
    elsewhere: 'Phiên làm việc đã kết thúc. Phần nhập dở đã được giữ lại; đăng nhập để làm tiếp.',
    'core-restarted':
      'Bộ phận xử lý vừa khởi động lại. Dữ liệu đã lưu vẫn nguyên vẹn; hãy đăng nhập lại.',
    'password-changed':
      'Mật khẩu của tài khoản này vừa được đổi hoặc đặt lại ở nơi khác. Phần nhập dở đã được giữ lại. Nếu không phải anh/chị làm, hãy báo ngay cho một người duyệt khác của ban.',
    disabled: 'Tài khoản này đã ngừng hoạt động. Hãy liên hệ trưởng ban.',
  },
  clock: {
    title: 'Bây giờ có đúng là {now} không?',
    behind:
      'Đồng hồ của máy chậm hơn việc ghi gần nhất ({last}). Thời điểm tiếp nhận, thời hạn và ngày trên thư đều tính theo đồng hồ này. Nếu giờ sai, hãy hủy, chỉnh lại đồng hồ của máy rồi đăng nhập lại.',
    ahead:
      'Việc ghi gần nhất là lúc {last}, cách đây hơn 31 ngày. Thời điểm tiếp nhận, thời hạn và ngày trên thư đều tính theo đồng hồ này. Nếu ngày giờ sai, hãy hủy, chỉnh lại đồng hồ của máy rồi đăng nhập lại.',
    right: 'Ngày giờ đúng, đăng nhập',
  },
  restore: {
    act: 'Khôi phục từ bản sao',
    title: 'Khôi phục cơ sở dữ liệu?',
    text: 'Chương trình lấy bản sao mới nhất còn nguyên vẹn thay vào. Những gì ghi sau bản sao đó phải ghi lại. Cơ sở dữ liệu hỏng được giữ trong thư mục damaged để tra cứu. Chỉ Trưởng ban khôi phục được.',
    done: 'Đã khôi phục từ bản sao lúc {moment}. Hãy ghi lại những gì đã làm sau lúc đó.',
  },
  recoverTitle: 'Khôi phục bằng khóa đã in',
  recoverText:
    'Nhập tên đăng nhập và khóa khôi phục đã in khi thiết lập, rồi đặt mật khẩu mới cho tài khoản đó.',
  recoveryKey: 'Khóa khôi phục',
  recoveryKeyHelp: '8 nhóm, mỗi nhóm 5 ký tự. Không phân biệt chữ hoa, dấu cách hay gạch nối.',
  recover: 'Đặt mật khẩu mới và đăng nhập',
  newPassword: 'Mật khẩu mới',
  repeatPassword: 'Nhập lại mật khẩu',
  currentPassword: 'Mật khẩu hiện tại',
  passwordHelp: 'Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất; không cần ký tự đặc biệt.',
  passwordChanged: 'Đã đổi mật khẩu.',
  own: {
    title: 'Đặt mật khẩu của riêng anh/chị',
    added: '{by} đã tạo tài khoản này cho anh/chị lúc {when} với mật khẩu dùng một lần.',
    reset:
      '{by} đã đặt lại mật khẩu của anh/chị lúc {when}. Nếu anh/chị không nhờ việc này, hãy báo ngay cho một người duyệt khác của ban.',
    kept: 'Mật khẩu này do người khác đặt cho anh/chị và chưa từng được đổi.',
    text: 'Mật khẩu dùng một lần không mở được gì khác. Từ bây giờ chỉ mình anh/chị biết mật khẩu mới.',
    current: 'Mật khẩu dùng một lần',
    save: 'Đặt mật khẩu và vào chương trình',
  },
  failedTitle: 'Chưa mở được dữ liệu',
  folder: {
    NETWORK_SHARE:
      'Thư mục dữ liệu nằm trên máy chủ hoặc ổ đĩa mạng, nơi cơ sở dữ liệu dễ bị hỏng khi mất kết nối. Chưa có gì được ghi vào đó. Hãy chọn thư mục trên ổ đĩa của chính máy này.',
    CLOUD_SYNC:
      'Thư mục dữ liệu được OneDrive, Dropbox, Google Drive, iCloud hay chương trình tương tự đồng bộ; việc đó làm hỏng cơ sở dữ liệu đang mở và đưa dữ liệu ra ngoài. Chưa có gì được ghi vào đó. Hãy chọn thư mục không được đồng bộ.',
    UNREACHABLE:
      'Không vào được thư mục dữ liệu: ổ đĩa có thể đã bị rút ra hoặc bị lỗi. Dữ liệu trên đó không bị thay đổi. Hãy cắm lại ổ đĩa rồi mở lại chương trình, hoặc chọn thư mục khác.',
    READ_ONLY:
      'Thư mục dữ liệu không cho ghi tệp. Dữ liệu trong đó không bị thay đổi. Hãy nhờ người quản trị máy cấp quyền ghi rồi mở lại chương trình, hoặc chọn thư mục khác.',
    DISK_FULL:
      'Ổ đĩa chứa dữ liệu đã đầy. Dữ liệu đã lưu vẫn còn. Hãy xóa bớt tệp không cần nữa rồi mở lại chương trình, hoặc chọn thư mục trên ổ đĩa khác.',
    choosing:
      'Chọn thư mục khác không chuyển đi và không xóa dữ liệu ở thư mục cũ. Muốn dùng tiếp dữ liệu cũ, hãy chép cả thư mục đó sang chỗ mới trước.',
    choose: 'Chọn thư mục khác…',
  },
  problemCode: 'Mã lỗi:',
  version: 'Hồi Âm {version}',
} as const
