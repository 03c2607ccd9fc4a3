/** A part of a case that is edited where it stands. */
export const caseBlockMessages = {
  edit: 'Sửa',
  save: 'Lưu',
  cancel: 'Hủy',
  shortcut: '{keys} để lưu',
  saved: 'Đã lưu.',
  restored: 'Đã khôi phục phần anh/chị nhập dở.',
  disputed:
    'Người khác vừa sửa cùng mục với anh/chị. Hãy chọn một trong hai, hoặc lưu bản của mình.',
  followed:
    'Người khác vừa sửa: {fields}. Các mục đó đã theo bản của họ; phần anh/chị gõ vẫn giữ nguyên.',
  field: 'Mục',
  theirs: 'Bản đang lưu',
  mine: 'Bản của tôi',
  choose: 'Chọn',
  takeTheirs: 'Dùng bản đang lưu',
  blank: '(trống)',
  seeForm: '(xem trong biểu mẫu)',
  takeStored: 'Dùng bản đang lưu cho mọi mục',
  saveMine: 'Lưu bản của tôi',
} as const
