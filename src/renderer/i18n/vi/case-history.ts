import { HISTORY_WORDS } from '#core/audit/history-words.ts'

export const caseHistoryMessages = {
  none: 'Chưa có thay đổi nào',
  became: 'thành',
  times: '{n} lần',
  from: 'từ {moment} đến',
  gone: 'nội dung không còn lưu',
  removed: 'đã bỏ',
  files: '{n} tệp',
  rightsRefused: '{n} quyền',
  rightsPassedOn: '{n} quyền',
  extensible: 'gia hạn tối đa {n}',
  until: 'đến {day}',
  ruleFrom: '{rule}, áp dụng từ {day}',
  kinds: {
    'close-complaint': 'Đóng hồ sơ',
    'end-complaint': 'Kết thúc không có kết quả',
    'correct-receipt': 'Sửa thời điểm tiếp nhận',
    'change-role': 'Đổi vai trò',
    'name-conflict': 'Nêu người có liên quan',
    'lift-conflict': 'Thôi nêu người có liên quan',
    'lift-hold': 'Gỡ yêu cầu giữ hồ sơ',
    'anonymise-complaint': 'Xóa thông tin cá nhân của hồ sơ',
  },
  actions: HISTORY_WORDS.vi,
} as const
