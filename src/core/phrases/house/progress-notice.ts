import type { KindWording } from '../../letters/wording.ts'
import { CONTACT_TEXT, mailOf, NOTICE_CLOSE, RECEIVED } from './common.ts'

/** How far the work is, or that the answer takes longer, with reason and new day. */
export const progressNotice: KindWording = {
  title: { vi: 'Thông báo tình hình giải quyết khiếu nại', en: 'Notice of progress' },
  typeLine: { vi: 'THÔNG BÁO', en: 'NOTICE' },
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'Tình hình giải quyết khiếu nại mã {code}',
        en: 'Progress of complaint {code}',
      },
      byVariant: {
        extension: {
          vi: 'Gia hạn thời hạn thực hiện yêu cầu (khiếu nại mã {code})',
          en: 'More time needed to carry out a request (complaint {code})',
        },
      },
    },
    { key: 'opening', heading: null, text: RECEIVED },
    {
      key: 'progress',
      heading: { vi: 'Việc đã thực hiện', en: 'What has been done' },
      text: {
        vi: `{checkPeriod}, Ban quản trị đã kiểm tra tình trạng thông tin tại: {systems}.
{stateConclusion}
Ban quản trị đã sử dụng dịch vụ hỗ trợ của công ty an ninh mạng: {firmsUsed}.
Nguyên nhân được xác định: {cause}
Ban quản trị đã xác định {remedyCount} biện pháp khắc phục.`,
        en: `{checkPeriod} the board checked the state of the information in: {systems}.
{stateConclusion}
The board is assisted by a security firm: {firmsUsed}.
Cause established: {cause}
Measures decided on: {remedyCount}.`,
      },
    },
    {
      key: 'deadline',
      heading: { vi: 'Thời hạn trả lời', en: 'When you will be answered' },
      text: {
        vi: `Việc giải quyết khiếu nại chưa hoàn tất. Lý do: {reason}
Thời hạn không thay đổi: Ban quản trị sẽ thông báo kết quả tới {honorific} chậm nhất vào ngày {dueOn}.`,
        en: `The matter is not settled yet. Reason: {reason}
The time for answering does not change: the board will tell you the result by {dueOn} at the latest.`,
      },
      byVariant: {
        extension: {
          vi: `Việc được gia hạn: {duty}.
Thời hạn ban đầu: ngày {clockEnd}. Căn cứ: {clockBasis}.
Ban quản trị chưa thể hoàn tất việc này trong thời hạn ban đầu. Lý do: {reason}
Thời hạn mới: Ban quản trị sẽ trả lời {honorific} bằng văn bản chậm nhất vào ngày {newEnd}.
Thời hạn trả lời kết quả khiếu nại (ngày {dueOn}) không thay đổi.
Ban quản trị thành thật xin lỗi {honorific} vì sự chậm trễ này.`,
          en: `What takes longer: {duty}.
It was due by {clockEnd}. Basis: {clockBasis}.
The board cannot finish this in the time first given. Reason: {reason}
New date: the board will answer you in writing by {newEnd} at the latest.
The time for telling you the result of your complaint ({dueOn}) does not change.
The board sincerely apologises for this delay.`,
        },
      },
    },
    {
      key: 'rights',
      heading: { vi: 'Quyền của người khiếu nại', en: 'Your rights' },
      text: {
        vi: 'Trong khi chờ kết quả, {honorific} có quyền bổ sung thông tin, rút khiếu nại và đề nghị Ban quản trị áp dụng biện pháp bảo vệ thông tin cá nhân của mình.',
        en: 'While you wait, you may add information, withdraw the complaint, and ask the board to take measures that protect your personal information.',
      },
      byVariant: {
        extension: {
          vi: `Việc gia hạn không làm giảm các quyền của {honorific}. Nếu không đồng ý, {honorific} có quyền:
- Đề nghị Ban quản trị xem xét lại việc gia hạn, nêu mã khiếu nại và lý do;
- Khiếu nại, tố cáo tới cơ quan chuyên trách bảo vệ dữ liệu cá nhân hoặc cơ quan bảo vệ quyền lợi người tiêu dùng;
- Khởi kiện và yêu cầu bồi thường thiệt hại theo quy định của pháp luật.
Trong khi chờ kết quả, {honorific} có quyền đề nghị Ban quản trị áp dụng biện pháp bảo vệ thông tin cá nhân của mình.`,
          en: `The new date takes none of your rights away. If you do not agree with it, you have the right to:
- ask the board to review it, quoting the complaint code and giving your reasons;
- complain to the authority for personal data protection or the authority for consumer protection;
- bring the matter before a court and claim damages as provided by law.
While you wait, you may ask the board to take measures that protect your personal information.`,
        },
      },
    },
    { key: 'contact', heading: { vi: 'Đầu mối liên hệ', en: 'Contact' }, text: CONTACT_TEXT },
    { key: 'close', heading: null, text: NOTICE_CLOSE },
    ...mailOf({
      vi: 'Văn bản cho biết tình hình giải quyết khiếu nại và thời hạn trả lời.',
      en: 'It says how far your complaint has come and when you will be answered.',
    }),
  ],
}
