/** Bringing the program up to date, in the settings. */
export const updatesMessages = {
  title: 'Bản mới của chương trình',
  command: 'Kiểm tra bản mới',
  text: 'Chương trình không bao giờ tự tìm, tự tải hay tự cài bản mới. Mỗi bước chỉ được làm khi anh/chị bấm, và đều ghi vào nhật ký. Bản mới chỉ được nhận khi có chữ ký của nơi phát hành.',
  inBrowser:
    'Anh/chị đang dùng Hồi Âm trong trình duyệt. Bản mới do người quản lý máy chủ cài đặt.',
  impossible: {
    'no-key':
      'Bản đang dùng được tạo không kèm khóa kiểm chữ ký nên không cập nhật được từ đây. Hãy lấy bộ cài mới từ nơi đã giao chương trình.',
    'not-installed':
      'Chương trình đang chạy từ một thư mục, không phải từ bộ cài, nên không cập nhật được từ đây. Hãy cài bằng bộ cài rồi mở lại.',
  },
  setAddress: 'Chưa có địa chỉ cập nhật nên chương trình không tìm bản mới ở đâu cả.',
  address: 'Địa chỉ cập nhật',
  addressHelp:
    'Thư mục chứa bản mới, bắt đầu bằng https://. Để trống thì tắt cập nhật. Mọi máy của ban dùng chung địa chỉ này.',
  off: 'Đang tắt: chưa có địa chỉ.',
  check: 'Kiểm tra bản mới',
  checking: 'Đang kiểm tra…',
  newest: 'Đang dùng bản mới nhất.',
  offered: 'Có bản {version}',
  facts: 'Phát hành {moment} · {size}',
  noNotes: 'Nơi phát hành không ghi nội dung thay đổi.',
  download: 'Tải bản mới',
  downloading: 'Đang tải: {percent} %.',
  stopChecking: 'Dừng kiểm tra',
  stop: 'Dừng tải',
  ready: 'Đã tải xong và kiểm tra đúng. Có thể cài bất cứ lúc nào.',
  install: 'Đóng và cài bản mới',
  installTitle: 'Đóng chương trình để cài bản mới?',
  installText:
    'Chương trình sẽ đóng theo đúng trình tự, cài bản mới rồi mở lại. Dữ liệu của ban vẫn giữ nguyên. Sau đó anh/chị cần đăng nhập lại.',
  closing: 'Đang đóng để cài bản mới…',
} as const
