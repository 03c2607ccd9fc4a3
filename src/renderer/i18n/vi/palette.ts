export const paletteMessages = {
  title: 'Chuyển nhanh',
  placeholder: 'Gõ mã, tên, việc cần làm hoặc nơi cần đến',
  none: 'Không có gì khớp.',
  searchAll: 'Tìm “{words}” trong mọi khiếu nại',
  group: {
    search: 'Tìm',
    complaint: 'Khiếu nại',
    act: 'Việc',
    room: 'Đến',
    person: 'Người',
  },
} as const
