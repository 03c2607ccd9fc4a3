import { formatDate, type LocalDate } from '../kernel/calendar.ts'

/** What a certificate of destruction says, in Vietnamese: it is a paper of the board for its own files. */
export const CERTIFICATE_WORDS = {
  title: 'Biên bản xóa thông tin cá nhân',
  typeLine: 'BIÊN BẢN',
  subject: 'Xóa, hủy thông tin cá nhân trong hồ sơ khiếu nại đã hết thời hạn lưu',
  opening: (board: string): string =>
    `${board} lập biên bản này về việc xóa, hủy thông tin cá nhân trong các hồ sơ khiếu nại nêu dưới đây. Mỗi hồ sơ do một người đề nghị và một người khác quyết định; các hồ sơ này không thuộc diện phải giữ lại theo yêu cầu pháp lý.`,
  cases: '1. Hồ sơ đã xóa thông tin cá nhân',
  columns: {
    code: 'Mã hồ sơ',
    closed: 'Đóng ngày',
    months: 'Lưu (tháng)',
    requested: 'Người đề nghị',
    decided: 'Người quyết định',
    evidence: 'Chứng cứ',
    letters: 'Thư',
    shared: 'Giữ lại',
  },
  person: (name: string, day: LocalDate): string => `${name}, ${formatDate(day)}`,
  reasons: 'Lý do đề nghị',
  reason: (code: string, reason: string): string => `${code}: ${reason}`,
  destroyed: '2. Những gì đã hủy và cách hủy',
  destroyedItems: [
    'Họ tên, số điện thoại, thư điện tử, địa chỉ, tài khoản của người khiếu nại và của người được đại diện: xóa khỏi cơ sở dữ liệu.',
    'Nội dung khiếu nại, ghi chú, kết quả kiểm tra, nguyên nhân, biện pháp, các lý do và lời văn của thư: thay bằng dấu “—” trong cơ sở dữ liệu.',
    'Từ ngữ của hồ sơ trong chỉ mục tìm kiếm, biểu mẫu đang viết dở và danh sách đã lưu theo tên hay liên hệ của người khiếu nại: xóa.',
    'Nội dung trước và sau mỗi lần sửa, vốn để bên cạnh nhật ký: xóa. Nhật ký vẫn nguyên chuỗi và còn ghi ai làm gì, lúc nào.',
    'Tệp chứng cứ và bản PDF của thư đã phát hành: xóa khỏi thư mục dữ liệu. Tệp mà hồ sơ khác cũng có (cột “Giữ lại”) được giữ ở hồ sơ đó.',
  ],
  kept: '3. Những gì còn giữ',
  keptText:
    'Mã hồ sơ, số, ngày và mã băm của thư, các ngày, thời hạn, phân loại, kết luận và số liệu thống kê. Những nội dung này không cho biết ai đã khiếu nại.',
  copies: '4. Bản sao còn giữ thông tin đã xóa',
  until: (day: LocalDate, copies: number): string =>
    `Chương trình còn ${copies} bản sao lưu làm trước khi xóa. Theo quy tắc giữ bản sao (7 ngày, 4 tuần và 12 tháng gần nhất có bản sao), bản cuối cùng hết hạn chậm nhất vào ngày ${formatDate(day)}, với điều kiện mỗi tháng có ít nhất ba bản sao mới, mà chương trình tự làm khi có người làm việc; mỗi tháng không đủ lùi ngày này thêm một tháng.`,
  none: 'Chương trình không còn bản sao lưu nào làm trước khi xóa.',
  server:
    'Dữ liệu nằm trên máy chủ cơ sở dữ liệu. Bản sao lưu của máy chủ do bên quản trị máy chủ giữ, chương trình không biết ngày bản cuối cùng hết hạn; ban phải hỏi bên đó và ghi vào đây: ……/……/…………',
  secondPlace:
    'Nơi thứ hai được chép lại toàn bộ ngay sau khi xóa; việc đó xong khi nơi ấy được nối với máy.',
  elsewhere:
    'Bản do người khác tự chép ra ngoài chương trình (ổ đĩa, thẻ nhớ, sao lưu của máy tính) thì biên bản này không biết được.',
  brought:
    'Nếu dữ liệu được khôi phục từ một bản sao làm trước khi xóa, các hồ sơ này phải được xóa lại.',
  filed: '- Lưu: hồ sơ nội bộ của ban.',
} as const
