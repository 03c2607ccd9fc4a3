export const savingMessages = {
  saved: 'Đã lưu tệp.',
  show: 'Mở thư mục chứa tệp',
  gone: 'Không còn thấy tệp vừa lưu: có thể đã bị chuyển đi, đổi tên hoặc xóa, hoặc ổ đĩa đã bị rút ra.',
} as const
