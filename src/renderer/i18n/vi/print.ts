/** Why Ctrl/⌘ P prints nothing here, and what can be printed. */
export const printMessages = {
  elsewhere:
    'Trang này không in được. Hãy mở một thư đã ban hành rồi bấm {keys} để in đúng bản đã ban hành.',
  notIssued:
    'Thư này chưa ban hành nên chưa in được. Khi thư đã được duyệt và ban hành, hãy bấm {keys} để in.',
  noDossier:
    'Chương trình chưa in được cả hồ sơ. Hãy mở một thư đã ban hành của hồ sơ này rồi bấm {keys} để in thư.',
} as const
