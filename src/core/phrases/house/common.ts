import type { PartWording } from '../../letters/wording.ts'
import type { Bilingual } from '#core/taxonomies/term.ts'

/** What every letter to the complainant begins with: which complaint it is about. */
export const RECEIVED: Bilingual = {
  vi: 'Ngày {receivedOn}, {board} tiếp nhận khiếu nại của {honorific} {channel}, liên quan đến {site}, về việc: {subject}. Mã khiếu nại: {code}.',
  en: 'On {receivedOn} the {board} (“the board”) received your complaint {channel} concerning {site}, about: {subject}. Complaint code: {code}.',
}

/**
 * The rules a decision rests on, each cited in full on a line of its own before the text (Decree 30/2020, Appendix I);
 * the page sets them in italics (`recitals.ts`).
 */
export const BASIS: Bilingual = {
  vi: `Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26 tháng 6 năm 2025;
Căn cứ Nghị định số 356/2025/NĐ-CP ngày 31 tháng 12 năm 2025 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Bảo vệ dữ liệu cá nhân;
Căn cứ Quy định bảo mật thông tin công bố tại {website}.`,
  en: `Pursuant to the Law on Personal Data Protection No. 91/2025/QH15 of 26 June 2025;
Pursuant to Decree No. 356/2025/ND-CP of the Government of 31 December 2025 detailing a number of articles of the Law on Personal Data Protection and measures to implement it;
Pursuant to the privacy policy published at {website}.`,
}

/** What was told, as it was written down. */
export const TOLD: Bilingual = {
  vi: `Theo trình bày của {honorific}: {narrative}
Khiếu nại được gửi thay cho: {actingFor}.
Thông tin bị khiếu nại: {dataItems}.
Đề nghị của {honorific}: {wanted}`,
  en: `As told to the board: {narrative}
The complaint was made on behalf of: {actingFor}.
Information complained about: {dataItems}.
What you asked for: {wanted}`,
}

/** What somebody may do who disagrees (Law 91/2025, Article 4.1); the same under every letter that decides. */
export const RIGHTS_TEXT: Bilingual = {
  vi: `Nếu không đồng ý với kết quả này, {honorific} có quyền:
- Đề nghị Ban quản trị xem xét lại, nêu mã khiếu nại và lý do;
- Khiếu nại, tố cáo tới cơ quan chuyên trách bảo vệ dữ liệu cá nhân hoặc cơ quan bảo vệ quyền lợi người tiêu dùng;
- Khởi kiện và yêu cầu bồi thường thiệt hại theo quy định của pháp luật.`,
  en: `If you do not agree with this result, you have the right to:
- ask the board to review it, quoting the complaint code and giving your reasons;
- complain to the authority for personal data protection or the authority for consumer protection;
- bring the matter before a court and claim damages as provided by law.`,
}

export const CONTACT_TEXT: Bilingual = {
  vi: 'Mọi trao đổi về văn bản này, xin nêu mã {code} và liên hệ {board}: điện thoại {phone}; thư điện tử {email}; địa chỉ {address}.',
  en: 'For any question about this letter, please quote code {code} and contact the {board}: telephone {phone}; e-mail {email}; address {address}.',
}

/** The last line of a notice to a person. */
export const NOTICE_CLOSE: Bilingual = {
  vi: 'Trân trọng thông báo để {honorific} được biết./.',
  en: 'This notice is respectfully given for your information.',
}

/**
 * The e-mail a letter is attached to. It repeats nothing of the case but its code; `purpose` is the one
 * sentence that says why to open the letter.
 */
export function mailOf(purpose: Bilingual): readonly PartWording[] {
  return [
    {
      key: 'mailSubject',
      heading: null,
      text: {
        vi: `[{code}] {letterTitle} số {letterNumber}`,
        en: `[{code}] {letterTitle} No. {letterNumber}`,
      },
    },
    {
      key: 'mailBody',
      heading: null,
      text: {
        vi: `Kính gửi {recipient},

{board} gửi kèm theo thư này văn bản: {letterTitle}, số {letterNumber}, ngày {letterDay}.
${purpose.vi}

Khi trao đổi, xin nêu mã {code}. Điện thoại: {phone}; thư điện tử: {email}.
Nếu nhận được thư này do nhầm lẫn, xin báo lại cho Ban quản trị và xóa thư cùng tệp kèm theo.

Trân trọng,
{board}
{company}`,
        en: `Dear {recipient},

Please find attached: {letterTitle}, No. {letterNumber} of {letterDay}.
${purpose.en}

Please quote code {code} in any reply. Telephone: {phone}; e-mail: {email}.
If this message reached you by mistake, please tell us and delete it with its attachment.

Yours faithfully,
{board}
{company}`,
      },
    },
  ]
}
