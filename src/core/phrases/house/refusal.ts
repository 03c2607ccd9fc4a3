import type { KindWording } from '../../letters/wording.ts'
import { BASIS, CONTACT_TEXT, mailOf, NOTICE_CLOSE, RECEIVED, RIGHTS_TEXT } from './common.ts'

/** The refusal, or part performance, of what was asked, with reasons and means of redress. */
export const refusal: KindWording = {
  title: { vi: 'Thông báo về việc thực hiện yêu cầu', en: 'Notice about a request' },
  typeLine: { vi: 'THÔNG BÁO', en: 'NOTICE' },
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'Kết quả thực hiện yêu cầu nêu trong khiếu nại mã {code}',
        en: 'Outcome of the request in complaint {code}',
      },
      byVariant: {
        refused: {
          vi: 'Về việc không thực hiện yêu cầu nêu trong khiếu nại mã {code}',
          en: 'Refusal of the request in complaint {code}',
        },
        partial: {
          vi: 'Về việc thực hiện một phần yêu cầu nêu trong khiếu nại mã {code}',
          en: 'Part performance of the request in complaint {code}',
        },
      },
    },
    {
      key: 'opening',
      heading: null,
      text: {
        vi: `${BASIS.vi}
${RECEIVED.vi}
Sau khi xem xét, Ban quản trị thông báo về việc thực hiện yêu cầu của {honorific} như sau:`,
        en: `${BASIS.en}
${RECEIVED.en}
Having considered your request, the board informs you as follows:`,
      },
    },
    {
      key: 'request',
      heading: { vi: 'Nội dung yêu cầu', en: 'The request' },
      text: {
        vi: `{asked}
Yêu cầu được gửi thay cho: {actingFor}.`,
        en: `{asked}
The request was made on behalf of: {actingFor}.`,
      },
    },
    {
      key: 'decision',
      heading: { vi: 'Kết quả', en: 'Decision' },
      text: {
        vi: `Phần đã thực hiện: {performed}
Phần không thực hiện; căn cứ và lý do: {reason}`,
        en: `Carried out: {performed}
Not carried out. Ground and reason: {reason}`,
      },
      byVariant: {
        refused: {
          vi: `Ban quản trị không thực hiện yêu cầu của {honorific}.
Căn cứ và lý do: {reason}
Khi có thông tin mới hoặc khi lý do trên không còn, {honorific} có thể gửi lại yêu cầu; Ban quản trị sẽ xem xét lại.`,
          en: `The board does not carry out your request.
Ground and reason: {reason}
Should there be new information, or should this reason no longer hold, you may ask again; the board will consider it afresh.`,
        },
        partial: {
          vi: `Ban quản trị thực hiện được một phần yêu cầu của {honorific}.
Phần đã thực hiện: {performed}
Phần còn lại không thực hiện; căn cứ và lý do: {reason}
Khi có thông tin mới hoặc khi lý do trên không còn, {honorific} có thể gửi lại yêu cầu về phần còn lại; Ban quản trị sẽ xem xét lại.`,
          en: `The board carries out your request in part.
Carried out: {performed}
The rest is not carried out. Ground and reason: {reason}
Should there be new information, or should this reason no longer hold, you may ask for the rest again; the board will consider it afresh.`,
        },
      },
    },
    {
      key: 'rights',
      heading: { vi: 'Quyền của người yêu cầu', en: 'Your rights' },
      text: RIGHTS_TEXT,
    },
    { key: 'contact', heading: { vi: 'Đầu mối liên hệ', en: 'Contact' }, text: CONTACT_TEXT },
    { key: 'close', heading: null, text: NOTICE_CLOSE },
    ...mailOf({
      vi: 'Văn bản nêu kết quả thực hiện yêu cầu, lý do và các quyền của người yêu cầu.',
      en: 'It gives the outcome of your request, the reasons, and your rights.',
    }),
  ],
}
