import type { KindWording } from '../../letters/wording.ts'
import { mailOf } from './common.ts'

/**
 * The two papers of a violation: Form 08 to the authority (Law 91/2025, Article 23.1; Decree 356/2025,
 * Article 28 and appendix) and the record that confirms it (Article 23.2). What is known stands in pairs taken
 * from the record of the violation, so the words only introduce it.
 */
export const violationPaper: KindWording = {
  title: {
    vi: 'Thông báo vi phạm quy định bảo vệ dữ liệu cá nhân',
    en: 'Notice of a violation of personal data protection',
  },
  typeLine: { vi: 'THÔNG BÁO', en: 'NOTICE' },
  byVariant: {
    record: {
      title: {
        vi: 'Biên bản xác nhận vi phạm quy định bảo vệ dữ liệu cá nhân',
        en: 'Record of a violation of personal data protection',
      },
      typeLine: { vi: 'BIÊN BẢN', en: 'RECORD' },
    },
  },
  parts: [
    {
      key: 'subject',
      heading: null,
      text: {
        vi: 'Vi phạm quy định bảo vệ dữ liệu cá nhân',
        en: 'Violation of the rules on the protection of personal data',
      },
      byVariant: {
        record: {
          vi: 'Xác nhận vi phạm quy định bảo vệ dữ liệu cá nhân',
          en: 'Confirmation of a violation of the rules on the protection of personal data',
        },
      },
    },
    {
      key: 'opening',
      heading: null,
      text: {
        vi: 'Thực hiện khoản 1 Điều 23 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Điều 28 Nghị định số 356/2025/NĐ-CP, {company} thông báo vi phạm quy định bảo vệ dữ liệu cá nhân phát hiện lúc {detectedAt} tại {site}, hồ sơ mã {code}.',
        en: 'Under Article 23.1 of the Law on Personal Data Protection No. 91/2025/QH15 and Article 28 of Decree No. 356/2025/ND-CP, {company} gives notice of a violation of the protection of personal data detected at {detectedAt}, concerning {site}, file {code}.',
      },
      byVariant: {
        record: {
          vi: 'Hôm nay, hồi {minutesFrom}, tại {minutesPlace}, {board} lập biên bản theo khoản 2 Điều 23 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 về vi phạm quy định bảo vệ dữ liệu cá nhân phát hiện lúc {detectedAt}, liên quan đến {site}, hồ sơ mã {code}.',
          en: 'Today, at {minutesFrom}, at {minutesPlace}, the {board} draws up this record under Article 23.2 of the Law on Personal Data Protection No. 91/2025/QH15 of a violation of the protection of personal data detected at {detectedAt}, concerning {site}, file {code}.',
        },
      },
    },
    {
      key: 'present',
      only: ['record'],
      heading: { vi: 'Thành phần tham dự', en: 'Those present' },
      text: { vi: '{present}', en: '{present}' },
    },
    {
      key: 'organisation',
      heading: { vi: 'Thông tin về tổ chức, doanh nghiệp', en: 'The organisation' },
      text: { vi: 'Bên kiểm soát dữ liệu cá nhân:', en: 'The controller of the data:' },
    },
    {
      key: 'violation',
      heading: {
        vi: 'Mô tả hành vi vi phạm quy định bảo vệ dữ liệu cá nhân',
        en: 'The violation',
      },
      text: { vi: 'Theo kết quả kiểm tra đến nay:', en: 'As established so far:' },
      byVariant: {
        record: {
          vi: 'Qua kiểm tra, các thành viên thống nhất ghi nhận:',
          en: 'Those present agree that the following was established:',
        },
      },
    },
    {
      key: 'assessment',
      only: ['record'],
      heading: {
        vi: 'Đánh giá nghĩa vụ thông báo',
        en: 'Whether it must be notified',
      },
      text: {
        vi: `Căn cứ khoản 1 Điều 23, vi phạm nêu trên {harmOwed}.
Lý do: {harmReason}`,
        en: `Under Article 23.1 the violation above {harmOwed}.
Reason: {harmReason}`,
      },
    },
    {
      key: 'attachments',
      heading: { vi: 'Tài liệu kèm theo', en: 'Attachments' },
      text: {
        vi: `Biên bản xác nhận vi phạm số {recordNumber}.
Hồ sơ, chứng cứ của vụ việc lưu tại {board} theo mã {code} và được cung cấp khi cơ quan có thẩm quyền yêu cầu.`,
        en: `Record of the violation No. {recordNumber}.
Files and evidence are kept by the {board} under code {code} and provided whenever the authority asks for them.`,
      },
      byVariant: {
        record: {
          vi: 'Hồ sơ, chứng cứ của vụ việc lưu tại {board} theo mã {code}, kèm mã băm để kiểm tra tính toàn vẹn.',
          en: 'Files and evidence are kept by the {board} under code {code}, with a hash by which it can be checked that they are unaltered.',
        },
      },
    },
    {
      key: 'undertaking',
      only: ['form-08'],
      heading: { vi: 'Cam kết', en: 'Undertaking' },
      text: {
        vi: `{company} cam kết chịu trách nhiệm về tính chính xác và tính hợp pháp của thông báo cùng các tài liệu kèm theo và cam kết tuân thủ các quy định của pháp luật.
Nội dung nào chưa xác định được tại thời điểm thông báo sẽ được thông báo bổ sung ngay khi có kết quả xác minh.`,
        en: `{company} undertakes to be responsible for the accuracy and lawfulness of this notice and the documents enclosed, and to comply with the law.
What is not known at the time of this notice will be supplemented as soon as it is established.`,
      },
    },
    {
      key: 'close',
      heading: null,
      text: { vi: 'Trân trọng thông báo./.', en: 'Respectfully submitted.' },
      byVariant: {
        record: {
          vi: 'Biên bản kết thúc hồi {minutesTo}, được lập thành {minutesCopies} bản, các thành viên đã đọc lại và thống nhất ký tên./.',
          en: 'Closed at {minutesTo}, made in {minutesCopies} copies, read again by those present and signed in agreement.',
        },
      },
    },
    ...mailOf({
      vi: 'Kính đề nghị Quý cơ quan xem nội dung thông báo và cho biết mã hồ sơ tiếp nhận.',
      en: 'Please see the notice, and let us have the number under which it was received.',
    }),
  ],
}
