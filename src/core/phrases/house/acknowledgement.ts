import type { KindWording } from '../../letters/wording.ts'
import { CONTACT_TEXT, mailOf, NOTICE_CLOSE, TOLD } from './common.ts'

/**
 * The acknowledgement: that it was received, under which code, what was written down, and by when the
 * answer comes. A complaint by telephone leaves no other paper, so it asks to be corrected.
 */
export const acknowledgement: KindWording = {
  title: { vi: 'Thông báo tiếp nhận khiếu nại', en: 'Acknowledgement of a complaint' },
  typeLine: { vi: 'THÔNG BÁO', en: 'NOTICE' },
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'Tiếp nhận khiếu nại về thông tin cá nhân, mã {code}',
        en: 'Receipt of the complaint about personal information, code {code}',
      },
    },
    {
      key: 'opening',
      heading: null,
      text: {
        vi: `Lúc {receivedAt}, {board} tiếp nhận khiếu nại của {honorific} {channel}, liên quan đến {site}, về việc: {subject}.
Mã khiếu nại: {code}. Xin nêu mã này mỗi khi trao đổi với Ban quản trị.
Người tiếp nhận: {takenBy}.`,
        en: `At {receivedAt} the {board} (“the board”) received your complaint {channel} concerning {site}, about: {subject}.
Complaint code: {code}. Please quote it whenever you contact the board.
Taken by: {takenBy}.`,
      },
    },
    {
      key: 'complaint',
      heading: { vi: 'Nội dung đã ghi nhận', en: 'What was recorded' },
      text: {
        vi: `${TOLD.vi}
Nếu có điểm nào chưa đúng hoặc chưa đủ, đề nghị {honorific} báo lại để Ban quản trị đính chính, bổ sung.`,
        en: `${TOLD.en}
If anything is wrong or missing, please tell the board so that it can be put right.`,
      },
    },
    {
      key: 'steps',
      heading: { vi: 'Các bước giải quyết', en: 'What happens next' },
      text: {
        vi: `Theo Quy định bảo mật thông tin công bố tại {website}, Ban quản trị có trách nhiệm:
- Kiểm tra ngay tình trạng thông tin bị khiếu nại;
- Tìm nguyên nhân của sự việc và cách khắc phục;
- Trong trường hợp cần thiết, sử dụng dịch vụ hỗ trợ của công ty về an ninh mạng.
Thời hạn phản hồi kết quả là 30 ngày kể từ ngày nhận được khiếu nại. Ban quản trị sẽ thông báo kết quả tới {honorific} bằng văn bản chậm nhất vào ngày {dueOn}.
Trong thời gian đó, Ban quản trị có thể liên hệ để đề nghị {honorific} bổ sung thông tin.
Việc tiếp nhận và giải quyết khiếu nại không thu phí. Ban quản trị không yêu cầu {honorific} chuyển tiền, cung cấp mật khẩu hoặc mã OTP.`,
        en: `Under the privacy policy published at {website} the board must:
- check the state of the information complained about at once;
- find the cause of what happened and a remedy;
- where needed, use the services of a security firm.
The time for answering is 30 days from the day of receipt. The board will tell you the result in writing by {dueOn} at the latest.
Meanwhile the board may contact you to ask for further information.
Handling your complaint costs you nothing. The board never asks you to send money, a password or a one-time code.`,
      },
    },
    { key: 'contact', heading: { vi: 'Đầu mối liên hệ', en: 'Contact' }, text: CONTACT_TEXT },
    { key: 'close', heading: null, text: NOTICE_CLOSE },
    ...mailOf({
      vi: 'Văn bản xác nhận Ban quản trị đã tiếp nhận khiếu nại và cho biết thời hạn phản hồi. Kính đề nghị {honorific} kiểm tra nội dung đã ghi nhận.',
      en: 'It confirms that your complaint was received and says when you will be answered. Please check what was recorded.',
    }),
  ],
}
