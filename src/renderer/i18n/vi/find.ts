/** Finding words in the page on screen. */
export const findMessages = {
  label: 'Tìm trong trang',
  placeholder: 'Tìm trong trang này',
  count: '{current} trên {count}',
  countSpoken: 'Chỗ thứ {current} trong {count} chỗ tìm thấy',
  none: 'Không tìm thấy',
  next: 'Chỗ sau',
  previous: 'Chỗ trước',
  close: 'Đóng thanh tìm',
} as const
