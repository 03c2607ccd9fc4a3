import type { Outcome } from '../../complaints/model.ts'
import type { Advice } from '../../taxonomies/advice.ts'
import { CATEGORIES } from '../../taxonomies/categories.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
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
  identity: {
    vi: 'Không gửi ảnh giấy tờ tùy thân cho người lạ; kiểm tra khoản vay, thuê bao điện thoại đứng tên mình và báo ngay cho nơi cung cấp khi thấy điều lạ',
    en: 'send no picture of your identity papers to strangers; check for loans and telephone numbers in your name, and tell the provider at once of any you do not know',
  },
  location: {
    vi: 'Tắt chia sẻ vị trí với ứng dụng và người không cần biết; xem lại quyền truy cập vị trí trên điện thoại',
    en: 'stop sharing your location with apps and people who need not know it, and review which apps may read it on your telephone',
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
  return linesOf(called, language)
}

/** What helps everybody whose data an incident touched, whichever it was. */
const AFTER_AN_INCIDENT: readonly Advice[] = ['wary', 'report']

/** What whom an incident touched is told to do (Decree 356/2025, Article 29.2.đ): what fits the data, and what helps everybody. */
export function adviceAfterIncident(
  dataItems: readonly string[],
  language: Language,
): readonly string[] {
  const called = DATA_ITEMS.filter(({ code }) => dataItems.includes(code)).flatMap(({ advice }) =>
    advice === undefined ? [] : [advice],
  )
  return linesOf([...called, ...AFTER_AN_INCIDENT], language)
}

function linesOf(called: readonly Advice[], language: Language): readonly string[] {
  return Object.entries(ADVICE).flatMap(([name, text]) =>
    called.some((each) => each === name) ? [text[language]] : [],
  )
}
