/** What stands against a duty of the law: whose word is missing, and why something is late. */
export const dutyIssueMessages = {
  MANDATE_MISSING: 'Chưa ghi nhận giấy tờ ủy quyền của người đại diện.',
  ACTS_FOR_NOBODY: 'Người khiếu nại không thay mặt ai.',
  GUARDIAN_MISSING:
    'Quyền của trẻ em cần cha, mẹ hoặc người giám hộ yêu cầu; chưa ghi nhận giấy tờ của người đó.',
} as const
