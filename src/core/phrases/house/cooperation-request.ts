import type { KindWording } from '../../letters/wording.ts'
import { CONTACT_TEXT, mailOf } from './common.ts'

/** Asks a security firm (policy, clause 2.5) or a processor to help; names nothing of the complainant. */
export const cooperationRequest: KindWording = {
  title: { vi: 'Công văn đề nghị phối hợp', en: 'Request for cooperation' },
  typeLine: null,
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'V/v đề nghị phối hợp giải quyết khiếu nại mã {code}',
        en: 'Cooperation on complaint {code}',
      },
      byVariant: {
        'pass-on': {
          vi: 'V/v thực hiện yêu cầu của chủ thể dữ liệu, hồ sơ mã {code}',
          en: 'A data subject’s request, file {code}',
        },
      },
    },
    {
      key: 'opening',
      heading: null,
      text: {
        vi: `{board} đang giải quyết khiếu nại về thông tin cá nhân mã {code}, tiếp nhận ngày {receivedOn}, liên quan đến {site}.
Loại thông tin bị khiếu nại: {dataItems}.
Hệ thống đã kiểm tra: {systems}.`,
        en: `Dear {recipient},
The {board} (“the board”) is handling complaint {code} about personal information, received on {receivedOn}, concerning {site}.
Kinds of information concerned: {dataItems}.
Systems checked so far: {systems}.`,
      },
      byVariant: {
        'pass-on': {
          vi: '{board} đã tiếp nhận yêu cầu của chủ thể dữ liệu (hồ sơ mã {code}) đối với dữ liệu cá nhân mà Quý đơn vị đang xử lý theo hợp đồng, thỏa thuận với {company}.',
          en: `Dear {recipient},
The {board} (“the board”) received a data subject’s request (file {code}) about personal data that you process under your contract or agreement with {company}.`,
        },
      },
    },
    {
      key: 'ground',
      heading: null,
      text: {
        vi: 'Theo Quy định bảo mật thông tin công bố tại {website}, Ban quản trị có trách nhiệm tìm nguyên nhân, cách khắc phục và phản hồi kết quả trong 30 ngày kể từ ngày nhận được khiếu nại.',
        en: 'Under the privacy policy published at {website} the board must find the cause and a remedy, and answer within 30 days of receipt.',
      },
      byVariant: {
        firm: {
          vi: `Theo Quy định bảo mật thông tin công bố tại {website}, trong trường hợp cần thiết, Ban quản trị có thể sử dụng dịch vụ hỗ trợ của các công ty về an ninh mạng.
Hợp đồng giữa {company} và {recipient}: số {contract}.
Phạm vi công việc đã thống nhất, thực hiện từ ngày {engagedOn}: {firmScope}`,
          en: `Under the privacy policy published at {website} the board may, where needed, use the services of security firms.
Contract between {company} and {recipient}: No. {contract}.
Scope of work agreed, from {engagedOn}: {firmScope}`,
        },
        'pass-on': {
          vi: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP, yêu cầu này phải được chuyển đến bên xử lý dữ liệu và bên đã nhận dữ liệu để cùng thực hiện.',
          en: 'Under the Law on Personal Data Protection No. 91/2025/QH15 and Decree No. 356/2025/ND-CP this request is passed on to whoever processes or received the data, to be carried out by them too.',
        },
        processor: {
          vi: `Theo Quy định bảo mật thông tin công bố tại {website}, Ban quản trị có trách nhiệm tìm nguyên nhân, cách khắc phục và phản hồi kết quả trong 30 ngày kể từ ngày nhận được khiếu nại.
Quý đơn vị tham gia xử lý thông tin nêu trên theo hợp đồng, thỏa thuận với {company}.`,
          en: `Under the privacy policy published at {website} the board must find the cause and a remedy, and answer within 30 days of receipt.
You process the information concerned under your contract or agreement with {company}.`,
        },
      },
    },
    {
      key: 'request',
      heading: null,
      text: {
        vi: `Ban quản trị đề nghị {recipient} phối hợp: {asked}
Đề nghị trả lời bằng văn bản chậm nhất vào ngày {replyBy}.
Nếu phát hiện rủi ro đang tiếp diễn hoặc dấu hiệu vi phạm khác, đề nghị báo ngay qua điện thoại {phone}, không chờ đến thời hạn trên.`,
        en: `The board asks {recipient} to help as follows: {asked}
Please reply in writing by {replyBy} at the latest.
Should you find a continuing risk or signs of another violation, please call {phone} at once rather than wait for that day.`,
      },
      byVariant: {
        'pass-on': {
          vi: `Ban quản trị đề nghị {recipient} thực hiện: {passedOn}
Dữ liệu cần thực hiện: {asked}
Đề nghị thực hiện và xác nhận bằng văn bản, nêu rõ việc đã làm và ngày hoàn thành, chậm nhất vào ngày {replyBy}.
Nếu không thực hiện được toàn bộ hoặc một phần, đề nghị nêu lý do trong văn bản xác nhận. Nếu dữ liệu đã được chuyển cho bên khác, đề nghị chuyển tiếp yêu cầu này và cho biết bên đã nhận.`,
          en: `The board asks {recipient} to do the following: {passedOn}
The data concerned: {asked}
Please do it and confirm in writing what was done and on which day it was complete, by {replyBy} at the latest.
If any of it cannot be done, please give the reason. If the data went to somebody else, please pass this request on and tell us to whom.`,
        },
      },
    },
    {
      key: 'confidence',
      heading: null,
      text: {
        vi: 'Về bảo mật, Ban quản trị chỉ cung cấp những thông tin cần thiết cho công việc nêu trên. Đề nghị chỉ sử dụng thông tin đó cho công việc này, không cung cấp cho bên thứ ba, xóa hoặc trả lại khi hoàn thành và không liên hệ với thành viên, khách hàng của website.',
        en: 'As to confidentiality, the board provides only what this work requires. Please use it for this work alone, pass it to no third party, delete or return it when the work is done, and do not contact members or customers of the website.',
      },
    },
    { key: 'contact', heading: null, text: CONTACT_TEXT },
    {
      key: 'close',
      heading: null,
      text: {
        vi: 'Rất mong nhận được sự phối hợp của Quý đơn vị./.',
        en: 'Yours faithfully,',
      },
      byVariant: {
        firm: {
          vi: 'Rất mong nhận được sự phối hợp của Quý công ty./.',
          en: 'Yours faithfully,',
        },
      },
    },
    ...mailOf({
      vi: 'Kính đề nghị Quý đơn vị xem nội dung cần phối hợp và thời hạn trả lời nêu trong văn bản.',
      en: 'Please see what is asked, and by when.',
    }),
  ],
}
