import type { Bilingual, Language } from '../taxonomies/term.ts'
import type { Right, RightRequest } from './model.ts'

/** What is said of a right wherever somebody is told what was asked for: on screens, aloud and in letters. */
type RightWords = Readonly<{
  name: Bilingual
  /** What the board does to carry it out, in order, before it tells the result. */
  steps: Readonly<Record<Language, readonly string[]>>
  /** That it was carried out, before the day. */
  done: Bilingual
}>

/** The reply to a request says the procedure it takes (Decree 356/2025, Article 5). */
const WORDS: Readonly<Record<Right, RightWords>> = {
  withdraw: {
    name: { vi: 'Rút lại sự đồng ý', en: 'Withdraw consent' },
    steps: {
      vi: ['Ghi nhận việc rút lại sự đồng ý', 'ngừng xử lý dữ liệu dựa trên sự đồng ý đó'],
      en: ['The withdrawal is noted', 'processing that rests on the consent stops'],
    },
    done: { vi: 'Đã ngừng xử lý dữ liệu', en: 'Processing stopped' },
  },
  restrict: {
    name: { vi: 'Hạn chế xử lý dữ liệu', en: 'Restrict processing' },
    steps: {
      vi: ['Xác định dữ liệu và việc xử lý cần hạn chế', 'áp dụng biện pháp hạn chế'],
      en: ['The data and its processing are identified', 'the restriction is put in place'],
    },
    done: { vi: 'Đã hạn chế xử lý dữ liệu', en: 'Processing restricted' },
  },
  object: {
    name: { vi: 'Phản đối xử lý dữ liệu', en: 'Object to processing' },
    steps: {
      vi: ['Xem xét nội dung phản đối', 'ngừng việc xử lý bị phản đối'],
      en: ['The objection is considered', 'the processing objected to stops'],
    },
    done: { vi: 'Đã ngừng việc xử lý bị phản đối', en: 'Processing objected to stopped' },
  },
  view: {
    name: { vi: 'Xem dữ liệu', en: 'View the data' },
    steps: {
      vi: ['Đối chiếu người yêu cầu', 'trích xuất dữ liệu đang lưu giữ', 'cho xem dữ liệu'],
      en: ['Who asks is checked', 'the data held is extracted', 'it is shown'],
    },
    done: { vi: 'Đã cho xem dữ liệu', en: 'Data shown' },
  },
  correct: {
    name: { vi: 'Chỉnh sửa dữ liệu', en: 'Correct the data' },
    steps: {
      vi: [
        'Đối chiếu người yêu cầu',
        'kiểm tra nội dung cần chỉnh sửa',
        'chỉnh sửa tại các hệ thống đang lưu giữ',
      ],
      en: [
        'Who asks is checked',
        'what is to be corrected is examined',
        'it is corrected in the systems that hold it',
      ],
    },
    done: { vi: 'Đã chỉnh sửa dữ liệu', en: 'Data corrected' },
  },
  copy: {
    name: { vi: 'Nhận bản sao dữ liệu', en: 'Receive a copy' },
    steps: {
      vi: ['Đối chiếu người yêu cầu', 'trích xuất dữ liệu đang lưu giữ', 'cung cấp bản sao'],
      en: ['Who asks is checked', 'the data held is extracted', 'a copy is given'],
    },
    done: { vi: 'Đã cung cấp bản sao dữ liệu', en: 'Copy given' },
  },
  delete: {
    name: { vi: 'Xóa dữ liệu', en: 'Delete the data' },
    steps: {
      vi: [
        'Đối chiếu người yêu cầu',
        'xác định dữ liệu phải giữ theo pháp luật',
        'xóa phần còn lại tại các hệ thống đang lưu giữ',
      ],
      en: [
        'Who asks is checked',
        'what the law demands to be kept is identified',
        'the rest is deleted in the systems that hold it',
      ],
    },
    done: { vi: 'Đã xóa dữ liệu', en: 'Data deleted' },
  },
  protect: {
    name: { vi: 'Áp dụng biện pháp bảo vệ', en: 'Apply protective measures' },
    steps: {
      vi: ['Đánh giá rủi ro đối với dữ liệu', 'áp dụng biện pháp bảo vệ phù hợp'],
      en: ['The risk to the data is assessed', 'fitting measures are applied'],
    },
    done: { vi: 'Đã áp dụng biện pháp bảo vệ', en: 'Protective measures applied' },
  },
}

const PROCESSOR: Bilingual = {
  vi: 'chuyển yêu cầu tới bên xử lý, bên thứ ba có liên quan để cùng thực hiện',
  en: 'the request is passed on to the processor or third party concerned',
}
const RESULT: Bilingual = {
  vi: 'thông báo kết quả bằng văn bản',
  en: 'the result is told in writing',
}

/** What a right is called, as it begins a line. */
export function nameOfRight(kind: Right, language: Language): string {
  return WORDS[kind].name[language]
}

/** That a right was carried out, as it begins a line; the day follows. */
export function doneWords(kind: Right, language: Language): string {
  return WORDS[kind].done[language]
}

/** The procedure a right takes: its steps in order, from the check of who asks to the result in writing. */
export function procedureOf(
  { kind, viaProcessor }: Pick<RightRequest, 'kind' | 'viaProcessor'>,
  language: Language,
): string {
  const passedOn = viaProcessor ? [PROCESSOR[language]] : []
  return [...WORDS[kind].steps[language], ...passedOn, RESULT[language]].join('; ')
}
