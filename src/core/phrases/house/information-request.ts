import type { KindWording } from '../../letters/wording.ts'
import { CONTACT_TEXT, mailOf, RECEIVED } from './common.ts'

/** The policy's 30 days run on while the board waits (domain notes, 5.5). */
const CLOCK = {
  vi: 'không làm dừng thời hạn giải quyết: Ban quản trị vẫn thông báo kết quả tới {honorific} chậm nhất vào ngày {dueOn}, trên cơ sở thông tin có được đến khi đó.',
  en: 'The time for answering runs on meanwhile: the board will tell you the result by {dueOn} at the latest, on the basis of what it has by then.',
}

/** The request for more information, or for proof of who asks. */
export const informationRequest: KindWording = {
  title: { vi: 'Công văn đề nghị bổ sung thông tin', en: 'Request for information' },
  typeLine: null,
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'V/v đề nghị bổ sung thông tin đối với khiếu nại mã {code}',
        en: 'Information needed for complaint {code}',
      },
      byVariant: {
        identity: {
          vi: 'V/v đề nghị cung cấp thông tin xác minh người khiếu nại (mã {code})',
          en: 'Proof of identity for complaint {code}',
        },
      },
    },
    {
      key: 'opening',
      heading: null,
      // In Vietnamese `Kính gửi` at the head of the page is the salutation.
      text: { vi: RECEIVED.vi, en: `Dear {recipient},\n${RECEIVED.en}` },
    },
    {
      key: 'request',
      heading: null,
      text: {
        vi: `Để có đủ căn cứ kiểm tra và kết luận, đề nghị {honorific} cung cấp: {asked}
Thời hạn cung cấp: chậm nhất vào ngày {replyBy}.
Ban quản trị chỉ cần những thông tin nêu trên. Trước khi gửi, đề nghị che mật khẩu, mã OTP, số thẻ ngân hàng và thông tin của người khác.
Việc bổ sung ${CLOCK.vi}`,
        en: `To be able to check the matter and decide it, the board asks you to send: {asked}
Please send it by {replyBy} at the latest.
The board needs nothing beyond this. Before sending, please cover passwords, one-time codes, bank card numbers and other people’s information.
${CLOCK.en}`,
      },
      byVariant: {
        identity: {
          vi: `Để thông tin cá nhân chỉ được cung cấp, chỉnh sửa hoặc xóa theo đề nghị của đúng người có quyền, Ban quản trị cần xác minh người khiếu nại.
Đề nghị {honorific} cung cấp: {asked}
Khiếu nại được gửi thay cho: {actingFor}. Đề nghị gửi kèm giấy tờ chứng minh việc đại diện hoặc được ủy quyền.
Thời hạn cung cấp: chậm nhất vào ngày {replyBy}.
Ban quản trị chỉ đối chiếu với thông tin đang có, không thu thập thêm. {honorific} có thể xuất trình giấy tờ để đối chiếu tại chỗ mà không phải nộp bản sao. Nếu gửi bản sao hoặc ảnh chụp, đề nghị che số giấy tờ, ảnh chân dung và mọi thông tin không cần cho việc đối chiếu; bản sao được xóa, hủy ngay sau khi đối chiếu.
Việc xác minh ${CLOCK.vi}`,
          en: `Personal information may be given out, corrected or deleted only for the person entitled to ask. The board therefore needs to verify who is complaining.
Please provide: {asked}
The complaint was made on behalf of: {actingFor}. Please enclose proof that you represent them or were authorised.
Please provide it by {replyBy} at the latest.
The board only compares it with what it already holds and collects nothing more. You may show a document in person without leaving a copy. If you send a copy or a picture, please cover the document number, the portrait and everything else not needed for the comparison; the copy is destroyed as soon as it has been compared.
${CLOCK.en}`,
        },
      },
    },
    { key: 'contact', heading: null, text: CONTACT_TEXT },
    {
      key: 'close',
      heading: null,
      text: { vi: 'Trân trọng cảm ơn sự phối hợp của {honorific}./.', en: 'Yours faithfully,' },
    },
    ...mailOf({
      vi: 'Kính đề nghị {honorific} xem nội dung cần cung cấp và thời hạn nêu trong văn bản. Xin không gửi mật khẩu, mã OTP hoặc số thẻ ngân hàng.',
      en: 'Please see what is needed, and by when. Please send no password, one-time code or bank card number.',
    }),
  ],
}
