export const snapshotsMessages = {
  title: 'Bản sao lưu',
  text: 'Mỗi ngày một lần, khi không còn ai đăng nhập, chương trình tự sao cơ sở dữ liệu (vẫn mã hóa) và kiểm tra bản sao. Giữ mọi bản của 7 ngày, mỗi tuần một bản trong 4 tuần, mỗi tháng một bản trong một năm, trong khoảng 2 GB. Bản sao nằm ở thư mục snapshots trong thư mục dữ liệu của máy này: hãy thường xuyên chép cả thư mục dữ liệu sang nơi khác.',
  server: 'Dữ liệu nằm trên máy chủ PostgreSQL. Hãy sao lưu tại máy chủ đó.',
  none: 'Chưa có bản sao nào.',
  newest: 'Bản mới nhất: {moment}. Đang giữ {n} bản.',
  failed: 'Lần sao gần nhất không thành công. {text}',
  take: 'Sao ngay',
  taken: 'Đã sao và kiểm tra xong.',
} as const
