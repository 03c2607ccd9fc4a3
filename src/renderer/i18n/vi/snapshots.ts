export const snapshotsMessages = {
  title: 'Bản sao lưu',
  text: 'Khi người cuối cùng đăng xuất, và cứ mỗi giờ có việc mới, chương trình tự sao toàn bộ dữ liệu của ban (cơ sở dữ liệu, văn bản đã phát hành, chứng cứ, khóa; vẫn mã hóa) rồi kiểm tra bản sao. Luôn giữ bảy bản mới nhất; ngoài ra giữ bản cuối của 7 ngày, 4 tuần và 12 tháng, trong khoảng 2 GB. Bản sao nằm ở thư mục snapshots trong thư mục dữ liệu của máy này: hãy thường xuyên chép cả thư mục dữ liệu sang nơi khác.',
  server: 'Dữ liệu nằm trên máy chủ PostgreSQL. Hãy sao lưu tại máy chủ đó.',
  none: 'Chưa có bản sao nào.',
  newest: 'Bản mới nhất: {moment}. Đang giữ {n} bản.',
  failed: 'Lần sao gần nhất không thành công. {text}',
  take: 'Sao ngay',
  taken: 'Đã sao và kiểm tra xong.',
} as const
