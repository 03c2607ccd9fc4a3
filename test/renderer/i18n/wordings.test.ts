import { describe, expect, it } from 'vitest'

import { messagesOf } from '#renderer/i18n/index.ts'
import type { Language } from '#core/taxonomies/term.ts'

/** What stands in the window instead of the wording a second reader found wanting, a row each; written by hand. */
const NOW: Readonly<Record<string, string>> = {
  'terms.weekday.1': 'Thứ Hai',
  'terms.weekday.2': 'Thứ Ba',
  'intake.answer.title': 'Phải trả lời chậm nhất hết ngày',
  'intake.readBack.wanted': 'Đề nghị của {you}: {wanted}.',
  'intake.readBack.closing': 'Xin {you} cho biết có chỗ nào chưa đúng không ạ?',
  // One name for the line that says what a case is about.
  'case.fields.subject': 'Tóm tắt',
  'intake.subject': 'Tóm tắt',
  'complaints.column.subject': 'Tóm tắt',
  'remediation.subject': 'Tóm tắt',
  'retention.due.subject': 'Tóm tắt',
  'case.fields.site': 'Website',
  'intake.site': 'Website',
  'audit.fields.website': 'Website',
  'case.panel.target': 'Hạn nội bộ',
  'case.fields.target': 'Hạn nội bộ',
  'case.panel.label': 'Thông tin tóm tắt của hồ sơ',
  'case.path.label': 'Trình tự giải quyết theo quy định',
  'letters.path.label': 'Các bước xử lý thư',
  'frame.rail': 'Các mục làm việc',
  'frame.dismiss': 'Đóng thông báo',
  'frame.demo': 'Dữ liệu minh họa: mọi nội dung ở đây là giả định và sẽ mất khi đóng chương trình.',
  'session.tagline': 'Phần mềm giải quyết khiếu nại về thông tin cá nhân',
  'session.ended.core-restarted':
    'Phần xử lý của chương trình vừa khởi động lại. Dữ liệu đã lưu vẫn nguyên vẹn; hãy đăng nhập lại.',
  'letters.acts.submit': 'Trình ký',
  'case.next.act.SUBMIT_LETTER': 'Trình ký thư',
  'letters.acts.issue': 'Phát hành',
  'case.next.act.ISSUE_LETTER': 'Phát hành thư',
  'terms.role.investigator': 'Xác minh',
  'terms.severity.medium': 'Trung bình',
  'terms.outcome.outside-remit': 'Không thuộc phạm vi giải quyết',
  'common.cancel': 'Hủy',
  'common.copy': 'Sao chép',
  'common.copyHash': 'Sao chép mã băm',
  'common.futureProblem': 'Ngày này chưa đến. Hãy nhập ngày hôm nay hoặc trước đó.',
  'today.noneOpen': 'Hiện không có thời hạn nào sắp đến.',
  'common.at': '{time} ngày {date}',
  'complaints.bulk.label': 'Thao tác hàng loạt',
  'snapshots.take': 'Sao lưu ngay',
  'snapshots.taken': 'Đã sao lưu và kiểm tra xong.',
  'snapshots.failed': 'Lần sao lưu gần nhất không thành công. {text}',
  'case.next.act.REQUEST_CLOSING': 'Đề nghị đóng hồ sơ',
  'case.firm.engage': 'Thuê công ty hỗ trợ',
  'breach.suspect': 'Ghi nhận nghi vấn vi phạm',
  'case.history.actions.breach-suspected': 'Ghi nhận nghi vấn vi phạm',
  'letters.particulars.variant': 'Trường hợp',
  'phrases.variant': 'Trường hợp',
  'phrases.subtitle': 'Mẫu nội dung của từng loại thư, bằng cả tiếng Việt và tiếng Anh.',
  'letters.verify.drop':
    'Thả một hay nhiều tệp PDF vào trang này, hoặc chọn tệp. Tệp chỉ dùng để đối chiếu, không được lưu lại.',
  'palette.title': 'Chuyển nhanh',
  'figures.kpi.medianDays': 'Trung vị số ngày trả lời',
  'figures.kpi.p90Days': '90% trả lời trong (ngày)',
  'figures.kpi.again': 'Khiếu nại lặp lại',
  'limits.tet':
    'Lịch nghỉ của Ban quản trị chưa có ngày nghỉ Tết năm {year} theo văn bản chính thức: hạn rơi vào dịp này còn có thể thay đổi.',
  // A letter's own subject is a document's, which is what this word is for (Decree 30/2020); kept.
  'letters.part.subject': 'Trích yếu',
  'letters.columns.subject': 'Trích yếu',
}

const ENGLISH: Readonly<Record<string, string>> = {
  'case.firm.valid': 'Contract and confidentiality agreement are valid',
  'letters.acts.replace': 'Draft a replacement',
  'people.acts': 'Actions',
  // “Ended” is what happened to a case without a result; “closed” is another end, so that word is not free. Kept.
  'complaints.scope.ended': 'Ended',
  // The method is called “five whys” in English, and its links are whys. Kept.
  'case.cause.chain': 'Chain of whys',
}

/** What stood there before, or would say the same: in no message of the window any more. */
const GONE: Readonly<Record<Language, readonly RegExp[]>> = {
  vi: [
    /(?:^|, )[Tt]hứ (?:hai|ba|tư|năm|sáu|bảy)(?=,|$)/u,
    /trước hết ngày/u,
    /mong muốn/u,
    /cho biết có chỗ nào chưa đúng\./u,
    /[Nn]ội dung tóm tắt|^Về việc$|Tiêu đề khiếu nại/u,
    /[Tt]rang web(?!site)/u,
    /[Đđ]ích nội bộ|bên lề/u,
    /[Đđ]ường (?:giải quyết|đi của thư)/u,
    /[Cc]ác phòng làm việc|[Cc]ất thông báo|ở đây là giả(?! định)/u,
    /^Bàn giải quyết|[Bb]ộ phận xử lý vừa|[Pp]hần lõi/u,
    /^Trình duyệt$|[Tt]rình duyệt thư/u,
    /[Bb]an hành thư/u,
    // “Điều tra” stays where it is the police’s own.
    /^[Đđ]iều tra$|[Cc]huyên viên điều tra/u,
    /^(?:Vừa|Thôi|Chép)$|^Chép (?:mã|khóa)/u,
    /ở phía trước/u,
    /\{date\} lúc \{time\}/u,
    /^Việc với nhiều/u,
    /\b(?:tự|[Ll]ần|[Đđ]ã) sao (?!lưu|chép)|^Sao (?!lưu|chép)|\. Sao xong/u,
    /khép hồ sơ/u,
    /(?:^|\s)[Mm]ời(?:\s|$)|[Nn]hờ công ty/u,
    /[Gg]hi nhận nghi có/u,
    /[Cc]ách viết/u,
    /[Tt]ệp chỉ được so/u,
    /[Đđ]i nhanh/u,
    /[Ss]ố ngày trung vị|90% không quá|[Nn]gười khiếu nại lại/u,
    /(?:không thuộc|[Nn]goài) thẩm quyền/u,
    /chậm nhất (?!vào|là|hết)/u,
    /(?:^|\s)[Ee]mail(?:\s|$)/u,
  ],
  en: [
    /secrecy agreement/iu,
    /answers for it before the law/iu,
    /\brests on\b/iu,
    /\bput away\b/iu,
    /Write a replacement/u,
    /^Acts$/u,
  ],
}

const flat = (tree: object, at = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[at + key, value]] : flat(Object(value), `${at}${key}.`),
  )

const MESSAGES = { vi: flat(messagesOf('vi')), en: flat(messagesOf('en')) }

describe('the wordings that were decided one by one', () => {
  it.each(['vi', 'en'] as const)('stand in the window (%s)', (language) => {
    const wanted = language === 'vi' ? NOW : ENGLISH
    const said = Object.fromEntries(MESSAGES[language].filter(([key]) => key in wanted))
    expect(said).toEqual(wanted)
  })

  it.each(['vi', 'en'] as const)('leave none of those before (%s)', (language) => {
    const left = MESSAGES[language].filter(([, text]) =>
      GONE[language].some((old) => old.test(text)),
    )
    expect(left).toEqual([])
  })
})
