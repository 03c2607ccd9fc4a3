/** Why Ctrl/⌘ P prints nothing here, and what can be printed. */
export const printMessages = {
  elsewhere: 'Trang này không in được. Hãy mở một hồ sơ hoặc một thư đã phát hành rồi bấm {keys}.',
  notIssued:
    'Thư này chưa phát hành nên chưa in được. Khi thư đã được duyệt và phát hành, hãy bấm {keys} để in.',
  noDossier:
    'Vai trò của anh/chị không in được cả hồ sơ. Hãy mở một thư đã phát hành của hồ sơ này rồi bấm {keys} để in thư.',
  dossierSaved: 'Đã lưu hồ sơ thành tệp PDF để in. Việc này đã ghi vào nhật ký.',
} as const
