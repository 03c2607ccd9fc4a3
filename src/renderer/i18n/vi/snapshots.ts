export const snapshotsMessages = {
  title: 'Bản sao lưu',
  text: 'Khi người cuối cùng đăng xuất, và cứ mỗi giờ có việc mới, chương trình tự sao toàn bộ dữ liệu của ban (cơ sở dữ liệu, văn bản đã phát hành, chứng cứ, khóa; vẫn mã hóa) rồi kiểm tra bản sao. Luôn giữ bảy bản mới nhất; ngoài ra giữ bản cuối của 7 ngày, 4 tuần và 12 tháng, trong khoảng 2 GB. Bản sao nằm ở thư mục snapshots trong thư mục dữ liệu của máy này: hãy thường xuyên chép cả thư mục dữ liệu sang nơi khác, vì mất ổ đĩa là mất tất cả.',
  server: 'Dữ liệu nằm trên máy chủ PostgreSQL. Hãy sao lưu tại máy chủ đó.',
  none: 'Chưa có bản sao nào.',
  kept: 'Các bản đang giữ, mới nhất ở trên',
  column: {
    at: 'Bản sao lúc',
    state: 'Tình trạng',
    complaints: 'Khiếu nại',
    lastEntry: 'Việc cuối',
  },
  state: {
    whole: 'Đầy đủ',
    incomplete: 'Thiếu {n} văn bản hoặc chứng cứ',
    databaseOnly: 'Chỉ có cơ sở dữ liệu',
    altered: 'Bị sửa hoặc hỏng, không dùng được',
  },
  failed: 'Lần sao gần nhất không thành công. {text}',
  take: 'Sao ngay',
  taken: 'Đã sao và kiểm tra xong.',
  rehearse: 'Thử khôi phục',
  rehearseText:
    'Mỗi tuần một lần, chương trình tự khôi phục thử bản mới nhất vào một chỗ riêng rồi so số hồ sơ, mã băm, đầu nhật ký và mở một văn bản. Dữ liệu đang dùng không bị đụng đến.',
  rehearsed: 'Đã khôi phục thử xong.',
  neverRehearsed: 'Chưa khôi phục thử lần nào.',
  wentWell:
    'Khôi phục thử lúc {at} từ bản lúc {madeAt}: đạt. {n} khiếu nại, {files} văn bản và chứng cứ về đủ, nhật ký liền mạch.',
  wentBadly:
    'Khôi phục thử lúc {at} từ bản lúc {madeAt}: không đạt. Không về đúng như đã ghi: {faults}. Hãy bấm “Sao ngay” rồi thử lại; nếu vẫn không đạt, hãy kiểm tra ổ đĩa và báo người phụ trách kỹ thuật.',
  fault: {
    database: 'cơ sở dữ liệu',
    journal: 'nhật ký',
    keys: 'khóa',
    files: 'văn bản hoặc chứng cứ',
    letter: 'văn bản đã phát hành mới nhất',
  },
  warning: 'Bản sao lưu có vấn đề: lần sao gần nhất hoặc lần khôi phục thử không đạt.',
  warningWay: 'Xem bản sao lưu',
} as const
