/** Why what was just done cannot be taken back. */
export const undoIssueMessages = {
  UNDO_OVERTAKEN:
    'Không hoàn tác được: phần này đã được sửa tiếp sau đó. Nội dung hiện tại được giữ nguyên.',
  UNDO_TOO_LATE:
    'Không hoàn tác được nữa: chỉ hoàn tác được trong vòng 10 giây. Nội dung hiện tại được giữ nguyên.',
} as const
