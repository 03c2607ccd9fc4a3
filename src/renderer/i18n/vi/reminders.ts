export const remindersMessages = {
  one: '{code}: {duty}. Hạn {end}.',
  over: '{code}: {duty}. Hạn {end} đã qua.',
  many: 'Có {n} thời hạn cần chú ý.',
  digest: 'Hôm nay: {overdue} quá hạn, {due} đến hạn, {week} trong 7 ngày tới.',
  title: 'Nhắc hạn đang chờ',
  count: '{n} nhắc hạn',
  putAway: 'Đã biết: {text}',
  putAllAway: 'Đã biết tất cả',
  system: 'Thông báo của máy',
  systemHelp:
    'Khi cửa sổ không ở trước mặt, nhắc hạn hiện ở góc màn hình: chỉ có mã và tên thời hạn, không có thông tin cá nhân.',
  allow: 'Bật thông báo của máy',
  allowed: 'Đang bật.',
  denied: 'Máy hoặc trình duyệt không cho phép. Hãy mở lại trong cài đặt của máy.',
  calendar: 'Tải lịch hạn của tôi (.ics)',
  calendarOfCase: 'Thêm vào lịch (.ics)',
} as const
