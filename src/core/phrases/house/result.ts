import type { KindWording } from '../../letters/wording.ts'
import { BASIS, CONTACT_TEXT, mailOf, NOTICE_CLOSE, RECEIVED, RIGHTS_TEXT, TOLD } from './common.ts'

const UNCHECKED = {
  vi: `${BASIS.vi}
${RECEIVED.vi}
Sau khi xem xét nội dung khiếu nại, Ban quản trị thông báo kết quả như sau:`,
  en: `${BASIS.en}
${RECEIVED.en}
Having considered what you told us, the board informs you as follows:`,
} as const

/** The result letter: order and labels of the domain notes on L4; its wording follows the outcome. */
export const result: KindWording = {
  title: {
    vi: 'Thông báo kết quả giải quyết khiếu nại',
    en: 'Notice of the result of a complaint',
  },
  typeLine: { vi: 'THÔNG BÁO', en: 'NOTICE' },
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'Kết quả giải quyết khiếu nại về thông tin cá nhân, mã {code}',
        en: 'Result of the complaint about personal information, code {code}',
      },
    },
    {
      key: 'opening',
      heading: null,
      text: {
        vi: `${BASIS.vi}
${RECEIVED.vi}
Sau khi kiểm tra, xác minh, Ban quản trị thông báo kết quả như sau:`,
        en: `${BASIS.en}
${RECEIVED.en}
Having checked and verified the matter, the board informs you as follows:`,
      },
      byVariant: {
        withdrawn: {
          vi: `${RECEIVED.vi}
Sau đó, {honorific} đã rút khiếu nại. Ban quản trị thông báo kết quả kiểm tra đến thời điểm rút khiếu nại như sau:`,
          en: `${RECEIVED.en}
You have since withdrawn it. The board informs you of what was found up to then:`,
        },
        // Ended before anybody looked, or to be looked at elsewhere: nothing says that it was.
        'outside-remit': UNCHECKED,
        duplicate: UNCHECKED,
      },
    },
    {
      key: 'complaint',
      heading: { vi: 'Nội dung khiếu nại', en: 'The complaint' },
      text: {
        vi: `${TOLD.vi}
Khiếu nại gồm các điểm sau: {pointsTold}`,
        en: `${TOLD.en}
The complaint has these points: {pointsTold}`,
      },
    },
    {
      key: 'check',
      heading: { vi: 'Quá trình kiểm tra, xác minh', en: 'How it was checked' },
      text: {
        vi: `{checkPeriod}, Ban quản trị đã kiểm tra tình trạng thông tin tại: {systems}.
Kết quả kiểm tra từng mục: {checkItems}
Ban quản trị đã sử dụng dịch vụ hỗ trợ của công ty an ninh mạng: {firmsUsed}.
{stateConclusion}`,
        en: `{checkPeriod} the board checked the state of the information in: {systems}.
Result of each check: {checkItems}
The board was assisted by a security firm: {firmsUsed}.
{stateConclusion}`,
      },
    },
    {
      key: 'finding',
      heading: { vi: 'Kết quả', en: 'Finding' },
      text: { vi: '{outcomeReason}', en: '{outcomeReason}' },
      byVariant: {
        upheld: {
          vi: `Khiếu nại của {honorific} là đúng.
{outcomeReason}
Nội dung liên quan trong Quy định bảo mật thông tin: {clauses}.
Ảnh hưởng của sự việc đối với {honorific}: {effect}
Ban quản trị thành thật xin lỗi {honorific} vì sự việc nêu trên và những bất tiện đã gây ra.`,
          en: `Your complaint is upheld.
{outcomeReason}
Passages of the privacy policy concerned: {clauses}.
What it meant for you: {effect}
The board sincerely apologises for what happened and for the trouble it caused you.`,
        },
        'partly-upheld': {
          vi: `Khiếu nại của {honorific} là đúng một phần.
{outcomeReason}
Nội dung liên quan trong Quy định bảo mật thông tin: {clauses}.
Ảnh hưởng của sự việc đối với {honorific}: {effect}
Đối với phần khiếu nại đúng, Ban quản trị thành thật xin lỗi {honorific} vì sự việc nêu trên và những bất tiện đã gây ra.`,
          en: `Your complaint is upheld in part.
{outcomeReason}
Passages of the privacy policy concerned: {clauses}.
What it meant for you: {effect}
For the part that is upheld, the board sincerely apologises for what happened and for the trouble it caused you.`,
        },
        unfounded: {
          vi: `Khiếu nại của {honorific} không có cơ sở.
{outcomeReason}
Nội dung liên quan trong Quy định bảo mật thông tin: {clauses}.
Ban quản trị cảm ơn {honorific} đã phản ánh để sự việc được kiểm tra.`,
          en: `Your complaint is unfounded.
{outcomeReason}
Passages of the privacy policy concerned: {clauses}.
The board thanks you for raising the matter so that it could be checked.`,
        },
        insufficient: {
          vi: `{undecided}.
{outcomeReason}
Khi có thêm thông tin, {honorific} có thể gửi bổ sung, nêu mã {code}; Ban quản trị sẽ xem xét lại.`,
          en: `{undecided}.
{outcomeReason}
If you find further information, please send it quoting code {code}; the board will look at the matter again.`,
        },
        withdrawn: {
          vi: `{honorific} đã rút khiếu nại; việc giải quyết kết thúc tại đây.
{outcomeReason}`,
          en: `You withdrew the complaint; the matter ends here.
{outcomeReason}`,
        },
        'outside-remit': {
          vi: `Khiếu nại của {honorific} không thuộc phạm vi giải quyết của Ban quản trị.
{outcomeReason}
{honorific} có thể gửi khiếu nại tới cơ quan, tổ chức có thẩm quyền.`,
          en: `Your complaint is outside the remit of the board.
{outcomeReason}
You may take it to the body competent to decide it.`,
        },
        duplicate: {
          vi: `Khiếu nại này trùng với một khiếu nại khác của {honorific}.
{outcomeReason}
Ban quản trị trả lời {honorific} về sự việc này trong khiếu nại tiếp nhận ngày {originalOn}.`,
          en: `This complaint is the same as another one of yours.
{outcomeReason}
The board answers you on the matter in the complaint received on {originalOn}.`,
        },
      },
    },
    {
      key: 'review',
      heading: { vi: 'Kết quả xem xét lại', en: 'Result of the review' },
      text: {
        vi: `{honorific} đã đề nghị xem xét lại kết quả nêu tại văn bản {reviewed}.
Sau khi xem xét lại, Ban quản trị giữ nguyên kết quả tại văn bản {confirmed}.
Kết quả nêu trong văn bản này thay thế kết quả tại văn bản {replaced}.`,
        en: `You asked for a review of the result given in letter {reviewed}.
Having reviewed it, the board confirms the result of letter {confirmed}.
The result given in this letter replaces that of letter {replaced}.`,
      },
    },
    {
      key: 'cause',
      heading: { vi: 'Nguyên nhân', en: 'Cause' },
      text: {
        vi: `{cause}
Loại nguyên nhân: {causeCategory}.
Nguyên nhân khác đã được xác nhận: {causesToo}.
Đến nay chưa xác định được nguyên nhân. Lý do: {causeUndetermined}
Ban quản trị tiếp tục tìm nguyên nhân đến hết ngày {causeSearchUntil}.`,
        en: `{cause}
Kind of cause: {causeCategory}.
Other causes that were confirmed: {causesToo}.
The cause could not be determined. Reason: {causeUndetermined}
The board goes on looking for the cause until {causeSearchUntil}.`,
      },
    },
    {
      key: 'remedy',
      heading: { vi: 'Biện pháp khắc phục', en: 'Remedy' },
      text: {
        vi: `Không cần áp dụng biện pháp khắc phục. Lý do: {noRemedyReason}
Để sự việc không lặp lại, Ban quản trị rút ra bài học: {lessons}
Ban quản trị đã và sẽ thực hiện {remedyCount} biện pháp sau đây:`,
        en: `No remedy is needed. Reason: {noRemedyReason}
So that it does not happen again, the board has learnt: {lessons}
Measures taken or to be taken ({remedyCount}):`,
      },
    },
    {
      key: 'advice',
      heading: { vi: 'Khuyến nghị', en: 'Advice' },
      text: {
        vi: 'Để tự bảo vệ thông tin cá nhân, đề nghị {honorific}: {advice}',
        en: 'To protect your personal information, please: {advice}',
      },
    },
    {
      key: 'rights',
      heading: { vi: 'Quyền của người khiếu nại', en: 'Your rights' },
      text: RIGHTS_TEXT,
    },
    {
      key: 'contact',
      heading: { vi: 'Đầu mối liên hệ', en: 'Contact' },
      text: CONTACT_TEXT,
    },
    { key: 'close', heading: null, text: NOTICE_CLOSE },
    ...mailOf({
      vi: 'Văn bản nêu kết quả giải quyết khiếu nại, biện pháp khắc phục và các quyền của người khiếu nại.',
      en: 'It gives the result of your complaint, the remedy, and your rights.',
    }),
  ],
}
