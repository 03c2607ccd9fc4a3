import type { KindWording } from '../../letters/wording.ts'
import { mailOf } from './common.ts'

/**
 * To a customer an incident touched, who may never have complained. It names nothing of the complaint that
 * led to it, and calls its code a reference.
 */
export const incidentNotice: KindWording = {
  title: { vi: 'Thông báo sự cố thông tin cá nhân', en: 'Notice of a personal data incident' },
  typeLine: { vi: 'THÔNG BÁO', en: 'NOTICE' },
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'Sự cố liên quan đến thông tin cá nhân của khách hàng',
        en: 'An incident involving customers’ personal data',
      },
    },
    {
      key: 'opening',
      heading: null,
      text: {
        vi: `{board} thông báo tới {honorific} về một sự cố tại {site} có thể liên quan đến thông tin cá nhân của {honorific}.
Thông báo này được gửi tới những khách hàng có thể bị ảnh hưởng, kể cả người chưa từng phản ánh hoặc khiếu nại.`,
        en: `The {board} (“the board”) informs you of an incident at {site} that may involve your personal data.
This notice goes to every customer who may be affected, also to those who never made a report or complaint.`,
      },
      byVariant: {
        public: {
          vi: `{board} thông báo tới {recipient} về một sự cố có thể liên quan đến thông tin cá nhân của khách hàng.
Thông báo này được công khai vì không thể gửi riêng tới từng khách hàng có thể bị ảnh hưởng.`,
          en: `The {board} (“the board”) informs {recipient} of an incident that may involve their personal data.
This notice is published because not everybody who may be affected can be reached.`,
        },
      },
    },
    {
      key: 'incident',
      heading: { vi: 'Sự cố', en: 'The incident' },
      text: {
        vi: `Thời gian xảy ra: ngày {happenedOn}.
Thời điểm phát hiện: {detectedAt}.
Hình thức phát hiện: {detectedHow}
Diễn biến: {happened}
Thông tin có thể bị ảnh hưởng: {dataItems}.
Mức độ nghiêm trọng, rủi ro có thể xảy ra: {consequence}`,
        en: `Day of the incident: {happenedOn}.
Detected at: {detectedAt}.
How it was detected: {detectedHow}
What happened: {happened}
Data that may be affected: {dataItems}.
How serious it is, and what may follow: {consequence}`,
      },
    },
    {
      key: 'remedy',
      heading: { vi: 'Biện pháp của Ban quản trị', en: 'What the board does about it' },
      text: {
        vi: 'Ban quản trị đã và sẽ thực hiện {remedyCount} biện pháp sau đây:',
        en: 'Measures taken or to be taken ({remedyCount}):',
      },
    },
    {
      key: 'advice',
      heading: { vi: 'Việc khách hàng nên làm', en: 'What you should do' },
      text: {
        vi: 'Để tự bảo vệ, đề nghị {honorific}: {dataAdvice}',
        en: 'To protect yourself, please: {dataAdvice}',
      },
    },
    {
      key: 'rights',
      heading: { vi: 'Quyền của khách hàng', en: 'Your rights' },
      text: {
        vi: '{honorific} có quyền yêu cầu Ban quản trị cho biết thông tin nào của mình bị ảnh hưởng và áp dụng biện pháp bảo vệ; có quyền khiếu nại, tố cáo, khởi kiện, yêu cầu bồi thường thiệt hại theo quy định của pháp luật.',
        en: 'You may ask the board which of your data were affected and to take measures that protect them. You may complain to the authorities, bring the matter before a court and claim damages as provided by law.',
      },
    },
    {
      key: 'contact',
      heading: { vi: 'Đầu mối liên hệ', en: 'Contact' },
      text: {
        vi: `Nhân sự chịu trách nhiệm bảo vệ dữ liệu cá nhân: {officer}.
Bộ phận tiếp nhận, xử lý sự cố: {board}; điện thoại {phone}; thư điện tử {email}; địa chỉ {address}.
Khi liên hệ, xin nêu số tham chiếu {code}.`,
        en: `Responsible for the protection of personal data: {officer}.
Incidents are handled by the {board}: telephone {phone}; e-mail {email}; address {address}.
Please quote reference {code}.`,
      },
    },
    {
      key: 'close',
      heading: null,
      text: {
        vi: 'Ban quản trị thành thật xin lỗi {honorific} vì sự cố nêu trên. Trân trọng thông báo để {honorific} được biết./.',
        en: 'The board sincerely apologises for this incident. This notice is respectfully given for your information.',
      },
    },
    ...mailOf({
      vi: 'Kính đề nghị {honorific} đọc ngay phần nêu những việc nên làm để tự bảo vệ. Ban quản trị không bao giờ hỏi mật khẩu, mã OTP hoặc số thẻ qua thư điện tử.',
      en: 'Please read at once what you should do to protect yourself. The board never asks for a password, a one-time code or a card number by e-mail.',
    }),
  ],
}
