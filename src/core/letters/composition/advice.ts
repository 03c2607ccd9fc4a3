import type { Outcome } from '../../complaints/model.ts'
import { CATEGORIES, type Advice } from '../../taxonomies/categories.ts'
import type { Bilingual, Language } from '../../taxonomies/term.ts'

/** What somebody can do for themselves, each where it helps. */
const ADVICE = {
  password: {
    vi: 'Đổi mật khẩu tài khoản và không dùng chung mật khẩu với website khác',
    en: 'change your account password and do not use it on other websites',
  },
  wary: {
    vi: 'Cảnh giác với cuộc gọi, tin nhắn tự xưng là nhân viên website; Ban quản trị không bao giờ hỏi mật khẩu hoặc mã OTP',
    en: 'be wary of calls or messages claiming to come from the website; the board never asks for a password or a one-time code',
  },
  bank: {
    vi: 'Liên hệ ngân hàng phát hành thẻ để khóa hoặc cấp lại thẻ và theo dõi giao dịch phát sinh',
    en: 'ask the bank that issued your card to block or replace it, and watch your transactions',
  },
  voucher: {
    vi: 'Giữ kín mã voucher và báo ngay khi mã bị người khác sử dụng',
    en: 'keep your voucher codes to yourself and tell us at once if somebody else uses one',
  },
  advertising: {
    vi: 'Nếu còn nhận được quảng cáo, giữ lại thư, tin nhắn hoặc ghi lại số gọi đến và thời gian để Ban quản trị xử lý',
    en: 'should advertising still reach you, keep the message or note the number and time, so that the board can act on it',
  },
  details: {
    vi: 'Kiểm tra lại thông tin của mình trên website và báo khi còn điểm chưa đúng',
    en: 'check your information on the website and tell the board if anything is still wrong',
  },
  child: {
    vi: 'Hướng dẫn trẻ không cung cấp thông tin của mình và gia đình cho người lạ trên mạng',
    en: 'teach the child not to give its own or the family’s information to strangers online',
  },
  report: {
    vi: 'Báo ngay cho Ban quản trị khi phát hiện dấu hiệu bất thường',
    en: 'tell the board at once if you notice anything unusual',
  },
} as const satisfies Record<Advice, Bilingual>

/** Outcomes whose letters tell nothing of what was found, so that there is nothing to advise on. */
const WITHOUT_ADVICE: readonly Outcome[] = ['withdrawn', 'outside-remit', 'duplicate']

/** The advice a result letter gives, as lines of a list in one order; empty where the complaint calls for none. */
export function adviceFor(
  categories: readonly string[],
  outcome: Outcome | null,
  language: Language,
): readonly string[] {
  if (outcome !== null && WITHOUT_ADVICE.includes(outcome)) return []
  const called = CATEGORIES.filter(({ code }) => categories.includes(code)).flatMap(
    ({ advice = [] }) => advice,
  )
  return Object.entries(ADVICE).flatMap(([name, text]) =>
    called.some((each) => each === name) ? [text[language]] : [],
  )
}
