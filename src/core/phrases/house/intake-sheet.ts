import { READ_BACK } from '../../letters/kinds.ts'
import type { KindWording } from '../../letters/wording.ts'

/** The intake sheet, printed at the call: what was told, as written down. It is handed over, never mailed. */
export const intakeSheet: KindWording = {
  title: { vi: 'Phiếu tiếp nhận khiếu nại', en: 'Complaint intake sheet' },
  typeLine: { vi: 'PHIẾU TIẾP NHẬN KHIẾU NẠI', en: 'COMPLAINT INTAKE SHEET' },
  parts: [
    {
      key: 'subject',
      heading: null,
      text: { vi: 'Mã khiếu nại {code}', en: 'Complaint code {code}' },
    },
    {
      key: 'receipt',
      heading: { vi: 'Thông tin tiếp nhận', en: 'Receipt' },
      text: {
        vi: '{board} ghi nhận khiếu nại như sau:',
        en: 'The {board} recorded the complaint as follows:',
      },
    },
    {
      key: 'complaint',
      heading: { vi: 'Nội dung khiếu nại', en: 'The complaint' },
      text: { vi: '{narrative}', en: '{narrative}' },
    },
    {
      key: 'wanted',
      heading: { vi: 'Đề nghị của người khiếu nại', en: 'What is wanted' },
      text: { vi: '{wanted}', en: '{wanted}' },
    },
    {
      key: 'promise',
      heading: { vi: 'Thời hạn trả lời', en: 'When the answer comes' },
      text: {
        vi: `Ban quản trị kiểm tra ngay tình trạng thông tin bị khiếu nại và thông báo kết quả tới người khiếu nại chậm nhất vào ngày {dueOn}. Việc giải quyết khiếu nại không thu phí.`,
        en: `The board checks the state of the information at once and tells the complainant the result by {dueOn} at the latest. Handling the complaint costs nothing.`,
      },
    },
    {
      key: 'confirmation',
      // Whoever took the call has said so.
      only: [READ_BACK],
      heading: { vi: 'Xác nhận', en: 'Confirmation' },
      text: { vi: '{readBack}', en: '{readBack}' },
    },
  ],
}
