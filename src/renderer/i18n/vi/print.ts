/** Why Ctrl/⌘ P prints nothing here, and what can be printed. */
export const printMessages = {
  elsewhere:
    'Trang này không in được. Hãy mở một thư đã phát hành rồi bấm {keys} để in đúng bản đã phát hành.',
  notIssued:
    'Thư này chưa phát hành nên chưa in được. Khi thư đã được duyệt và phát hành, hãy bấm {keys} để in.',
  noDossier:
    'Chương trình chưa in được cả hồ sơ. Hãy mở một thư đã phát hành của hồ sơ này rồi bấm {keys} để in thư.',
} as const
