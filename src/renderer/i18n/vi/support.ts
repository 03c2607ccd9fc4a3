export const supportMessages = {
  title: 'Khi cần hỗ trợ',
  help: 'Khi báo lỗi, hãy gửi kèm tệp nhật ký hoặc thông tin hỗ trợ. Cả hai không có dữ liệu cá nhân.',
  openLog: 'Mở tệp nhật ký',
  copy: 'Sao chép thông tin hỗ trợ',
  copied: 'Đã sao chép thông tin hỗ trợ. Hãy dán vào thư gửi người hỗ trợ.',
} as const
