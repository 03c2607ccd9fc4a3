export const setupMessages = {
  title: 'Thiết lập lần đầu',
  restore: 'Đã có bản sao của một ban? Khôi phục từ bản sao',
  restoreTitle: 'Khôi phục từ bản sao',
  restoreText:
    'Máy này chưa có dữ liệu. Nhập tên đăng nhập của Trưởng ban và mật khẩu như lúc sao, hoặc dùng khóa khôi phục đã in và đặt mật khẩu mới. Chỉ cần thư mục bản sao và một trong hai thứ đó.',
  restoreByKey: 'Dùng khóa khôi phục và đặt mật khẩu mới',
  restoreNot: 'Thiết lập mới',
  copiesFound:
    'Trong thư mục dữ liệu có bản sao của một ban. Nếu muốn dùng lại dữ liệu đó, đừng thiết lập mới: hãy khôi phục từ bản sao.',
  lead: 'Bốn bước ngắn. Có thể dừng lại và làm tiếp sau; mọi dữ liệu được mã hóa ngay từ đầu.',
  progress: 'Các bước thiết lập',
  stepDone: '(đã xong)',
  steps: {
    organisation: 'Đơn vị trả lời',
    sites: 'Website',
    chair: 'Trưởng ban',
    key: 'Khóa khôi phục',
  },
  text: {
    organisation:
      'Những thông tin này được in ở đầu thư trả lời. Sau này vẫn sửa được trong Cài đặt.',
    sites: 'Khiếu nại sẽ được ghi nhận theo từng website dưới đây.',
    chair: 'Tài khoản đầu tiên thuộc về trưởng ban, người sẽ thêm các thành viên khác.',
  },
  create: 'Tạo dữ liệu và khóa',
  keyText:
    'Đây là khóa khôi phục. Nó mở được dữ liệu khi mọi mật khẩu đều bị quên. Khóa chỉ hiện một lần: hãy in ra và cất ở nơi an toàn, tách khỏi máy này.',
  keyWarning:
    'Nếu mất cả mật khẩu lẫn khóa này thì không ai mở lại được dữ liệu, kể cả người làm ra chương trình.',
  printKey: 'In khóa',
  copyKey: 'Sao chép khóa',
  keyCopied: 'Đã sao chép khóa. Hãy dán vào nơi cất giữ an toàn rồi xóa khỏi bộ nhớ tạm.',
  confirmText: 'Để chắc chắn khóa đã được ghi lại đúng, hãy nhập hai nhóm sau từ bản in.',
  group: 'Nhóm thứ {n}',
  showAgain: 'Xem lại khóa',
  confirm: 'Xác nhận đã giữ khóa',
  renewText:
    'Khóa khôi phục chưa được xác nhận. Hãy nhập mật khẩu của anh/chị để tạo khóa mới; khóa cũ sẽ không còn dùng được.',
  renew: 'Tạo khóa mới',
} as const
