import type { ConcludedOutcome, Severity } from '#core/complaints/model.ts'
import type { Finding } from '#core/investigation/model.ts'
import type { Outcome } from '#core/complaints/model.ts'
import type { Right } from '#core/rights/model.ts'

/** One plausible complaint from beginning to end, over the taxonomies. */
export type Story = Readonly<{
  category: string
  clauses: readonly string[]
  severity: Severity
  flags?: readonly string[]
  subject: string
  narrative: string
  wanted: string
  dataItems: readonly [string, ...string[]]
  systems: readonly [string, ...string[]]
  finding: Finding
  conclusion: string
  whys: readonly string[]
  cause: string
  statement: string
  remedies: readonly Readonly<{ type: string; description: string }>[]
  outcome: Outcome
  reason: string
  /** Where it is answered point by point; the outcome is what they come to. */
  points?: readonly Readonly<{ text: string; finding: ConcludedOutcome; reason: string }>[]
  needsFirm: boolean
  /** What is asked for by law beside the answer. */
  rights?: readonly Right[]
  /** Told so that a violation has to be suspected. */
  breach?: true
}>

export const STORIES: readonly [Story, ...Story[]] = [
  {
    category: 'KN-01',
    clauses: ['1.0', '1.8'],
    severity: 'high',
    flags: ['vulnerable'],
    subject: 'Số điện thoại và địa chỉ bị người lạ biết sau khi mua voucher',
    narrative:
      'Tôi mua voucher nhà hàng trên vouchersharing.com. Hai ngày sau có người gọi, đọc đúng họ tên, địa chỉ nhà và món tôi đã đặt, rồi mời mua gói nghỉ dưỡng. Tôi chưa từng cho ai khác những thông tin này.',
    wanted: 'Cho biết ai đã làm lộ thông tin, chấm dứt việc này và xin lỗi.',
    dataItems: ['phone', 'address', 'purchases'],
    systems: ['orders', 'seller-portal'],
    finding: 'leaked',
    conclusion:
      'Số điện thoại, địa chỉ và đơn hàng còn đúng trong hệ thống, nhưng một tài khoản người bán đã tải danh sách khách hàng vượt quá đơn hàng của mình.',
    whys: [
      'Người gọi có số điện thoại vì danh sách khách hàng bị tải về từ cổng người bán.',
      'Cổng người bán cho tải toàn bộ danh sách vì quyền xuất tệp không giới hạn theo đơn hàng.',
      'Quyền được đặt rộng khi chuyển hệ thống tháng 8 và không ai rà soát lại.',
    ],
    cause: 'NN-01',
    statement:
      'Phân quyền của cổng người bán cho phép một người bán xem thông tin khách hàng ngoài đơn hàng của mình.',
    remedies: [
      { type: 'KP-21', description: 'Giới hạn quyền xuất danh sách theo từng đơn hàng' },
      { type: 'KP-03', description: 'Yêu cầu người bán xóa tệp đã tải và cam kết bằng văn bản' },
      { type: 'KP-40', description: 'Gọi điện và gửi thư xin lỗi khách hàng' },
    ],
    outcome: 'upheld',
    reason: 'Thông tin của khách hàng đã bị xem và sử dụng ngoài phạm vi đơn hàng.',
    needsFirm: true,
    breach: true,
  },
  {
    category: 'KN-04',
    clauses: ['1.2'],
    severity: 'low',
    subject: 'Vẫn nhận email quảng cáo sau khi đã từ chối',
    narrative:
      'Tôi đã bấm hủy nhận tin ba lần từ đầu tháng nhưng mỗi ngày vẫn nhận hai email khuyến mại của Ledu.vn.',
    wanted: 'Ngừng gửi quảng cáo.',
    dataItems: ['email'],
    systems: ['email'],
    finding: 'misused',
    conclusion:
      'Địa chỉ email có trong danh sách từ chối của website nhưng vẫn nằm trong danh sách gửi của đối tác gửi email.',
    whys: [
      'Email vẫn được gửi vì đối tác gửi email dùng danh sách cũ.',
      'Danh sách cũ còn dùng vì việc đồng bộ hằng đêm bị dừng từ ngày 2.',
    ],
    cause: 'NN-10',
    statement: 'Danh sách từ chối không được đồng bộ sang hệ thống gửi email.',
    remedies: [
      { type: 'KP-13', description: 'Đưa địa chỉ vào danh sách từ chối của đối tác gửi email' },
      { type: 'KP-24', description: 'Cảnh báo khi việc đồng bộ danh sách từ chối bị dừng' },
    ],
    outcome: 'upheld',
    reason: 'Quảng cáo vẫn được gửi sau khi khách hàng từ chối.',
    needsFirm: false,
    rights: ['object'],
  },
  {
    category: 'KN-02',
    clauses: ['1.0'],
    severity: 'critical',
    subject: 'Tài khoản thành viên bị đăng nhập và đổi mật khẩu',
    narrative:
      'Tối hôm qua tôi không đăng nhập được. Khi lấy lại mật khẩu thì thấy số điện thoại đã bị đổi và ba voucher trị giá 1.500.000 đồng đã bị dùng.',
    wanted: 'Khôi phục tài khoản, hoàn lại voucher và cho biết ai đã đăng nhập.',
    dataItems: ['account', 'password', 'voucher'],
    systems: ['member-db', 'logs'],
    finding: 'leaked',
    conclusion:
      'Tài khoản bị đăng nhập từ thiết bị lạ bằng đúng mật khẩu; số điện thoại bị đổi và ba voucher bị sử dụng.',
    whys: [
      'Kẻ gian đăng nhập được vì có mật khẩu đúng.',
      'Mật khẩu trùng với mật khẩu đã lộ từ một website khác.',
      'Website chưa yêu cầu xác nhận khi đăng nhập từ thiết bị lạ.',
    ],
    cause: 'NN-04',
    statement: 'Mật khẩu dùng chung với một website khác đã bị lộ và bị kẻ gian dùng lại.',
    remedies: [
      { type: 'KP-02', description: 'Đặt lại mật khẩu và hủy mọi phiên đăng nhập' },
      { type: 'KP-05', description: 'Vô hiệu ba voucher bị dùng và cấp lại' },
      { type: 'KP-20', description: 'Bật xác nhận khi đăng nhập từ thiết bị lạ' },
    ],
    outcome: 'partly-upheld',
    reason: 'Mật khẩu bị lộ ở nơi khác, nhưng website chưa có bước xác nhận thiết bị lạ.',
    points: [
      {
        text: 'Mật khẩu bị lộ từ website',
        finding: 'unfounded',
        reason:
          'Mật khẩu trùng với mật khẩu đã lộ từ một website khác; nhật ký cho thấy hệ thống không bị xâm nhập.',
      },
      {
        text: 'Người lạ đăng nhập được và dùng voucher',
        finding: 'upheld',
        reason: 'Website chưa yêu cầu xác nhận khi đăng nhập từ thiết bị lạ.',
      },
    ],
    needsFirm: true,
    breach: true,
  },
  {
    category: 'KN-07',
    clauses: ['1.1', '1.7'],
    severity: 'medium',
    subject: 'Địa chỉ giao hàng sai dù đã cập nhật',
    narrative:
      'Tôi đã sửa địa chỉ giao hàng từ tháng trước, nhưng quà vẫn được gửi về địa chỉ cũ và người ở đó đã nhận thay.',
    wanted: 'Sửa địa chỉ và giao lại quà.',
    dataItems: ['address', 'recipient'],
    systems: ['member-db', 'delivery'],
    finding: 'wrong',
    conclusion:
      'Địa chỉ mới đúng trong cơ sở dữ liệu thành viên nhưng đơn vị vận chuyển còn giữ địa chỉ cũ.',
    whys: [
      'Quà gửi sai vì đơn vị vận chuyển dùng địa chỉ cũ.',
      'Địa chỉ cũ còn dùng vì thay đổi chỉ được chuyển sang khi tạo đơn mới.',
    ],
    cause: 'NN-11',
    statement: 'Thay đổi địa chỉ không được chuyển sang đơn vị vận chuyển cho các đơn đã đặt.',
    remedies: [
      { type: 'KP-10', description: 'Đính chính địa chỉ ở đơn vị vận chuyển và giao lại quà' },
      { type: 'KP-34', description: 'Bổ sung bước kiểm tra địa chỉ trước khi giao' },
    ],
    outcome: 'upheld',
    reason: 'Thông tin đã được khách hàng cập nhật nhưng không được dùng.',
    needsFirm: false,
    rights: ['correct'],
  },
  {
    category: 'KN-03',
    clauses: ['1.8b', '1.1'],
    severity: 'critical',
    subject: 'Thẻ tín dụng phát sinh giao dịch lạ sau khi thanh toán',
    narrative:
      'Sau khi thanh toán trên website, thẻ của tôi có hai giao dịch lạ ở nước ngoài. Ngân hàng nói thông tin thẻ có thể bị lộ.',
    wanted: 'Kiểm tra việc bảo mật thẻ và trả lời bằng văn bản để làm việc với ngân hàng.',
    dataItems: ['card'],
    systems: ['payment', 'logs'],
    finding: 'correct',
    conclusion:
      'Website không lưu số thẻ; kết nối thanh toán dùng chứng chỉ hợp lệ; không có dấu hiệu lộ từ hệ thống.',
    whys: ['Không tìm thấy đường lộ thông tin thẻ từ website hoặc cổng thanh toán.'],
    cause: 'NN-15',
    statement: 'Không có dấu hiệu thông tin thẻ bị lộ từ website hoặc cổng thanh toán.',
    remedies: [
      { type: 'KP-42', description: 'Hướng dẫn khách hàng khóa thẻ và khiếu nại với ngân hàng' },
    ],
    outcome: 'unfounded',
    reason:
      'Kết quả kiểm tra của công ty an ninh mạng và cổng thanh toán đều không thấy lộ thông tin.',
    needsFirm: true,
  },
  {
    category: 'KN-12',
    clauses: ['1.6'],
    severity: 'medium',
    subject: 'Số điện thoại bị công khai trong mục bình luận',
    narrative:
      'Người bán trả lời đánh giá của tôi và ghi luôn số điện thoại của tôi trong bình luận, ai cũng xem được.',
    wanted: 'Gỡ bình luận ngay.',
    dataItems: ['phone', 'reviews'],
    systems: ['reviews'],
    finding: 'leaked',
    conclusion: 'Bình luận của người bán hiển thị công khai số điện thoại trong 36 giờ, nay đã gỡ.',
    whys: [
      'Số điện thoại hiển thị vì người bán tự gõ vào bình luận.',
      'Hệ thống chưa che số điện thoại trong nội dung bình luận.',
    ],
    cause: 'NN-07',
    statement: 'Người bán đã ghi số điện thoại của khách hàng vào bình luận công khai.',
    remedies: [
      { type: 'KP-04', description: 'Gỡ bình luận và xóa bản lưu đệm' },
      { type: 'KP-32', description: 'Cảnh cáo người bán, tạm ngừng quyền trả lời 30 ngày' },
      { type: 'KP-20', description: 'Tự động che số điện thoại trong bình luận' },
    ],
    outcome: 'upheld',
    reason: 'Thông tin liên lạc của khách hàng đã bị công khai.',
    needsFirm: false,
  },
  {
    category: 'KN-09',
    clauses: ['2.1'],
    severity: 'medium',
    subject: 'Yêu cầu xóa tài khoản chưa được thực hiện',
    narrative:
      'Tôi gửi email yêu cầu xóa tài khoản và toàn bộ dữ liệu từ sáu tuần trước, đến nay vẫn đăng nhập được.',
    wanted: 'Xóa tài khoản và xác nhận bằng văn bản.',
    dataItems: ['account', 'purchases', 'browsing'],
    systems: ['member-db', 'analytics', 'backup'],
    finding: 'correct',
    conclusion: 'Tài khoản và dữ liệu còn đầy đủ; yêu cầu xóa nằm trong hộp thư hỗ trợ chưa xử lý.',
    whys: [
      'Yêu cầu chưa được thực hiện vì không được chuyển tới bộ phận dữ liệu.',
      'Không có quy trình tiếp nhận yêu cầu xóa qua email hỗ trợ.',
    ],
    cause: 'NN-13',
    statement: 'Chưa có quy trình chuyển yêu cầu xóa dữ liệu từ hộp thư hỗ trợ tới bộ phận xử lý.',
    remedies: [
      {
        type: 'KP-11',
        description: 'Xóa tài khoản và dữ liệu liên quan, kể cả ở hệ thống phân tích',
      },
      { type: 'KP-34', description: 'Ban hành quy trình tiếp nhận yêu cầu của chủ thể dữ liệu' },
      { type: 'KP-31', description: 'Hướng dẫn nhân viên hỗ trợ về quy trình mới' },
    ],
    outcome: 'upheld',
    reason: 'Yêu cầu hợp lệ của khách hàng không được thực hiện đúng hạn.',
    needsFirm: false,
    rights: ['delete'],
  },
  {
    category: 'KN-13',
    clauses: ['1.0'],
    severity: 'high',
    subject: 'Bị gọi điện mạo danh nhân viên Ledu.vn yêu cầu mã OTP',
    narrative:
      'Có người tự xưng nhân viên Ledu.vn, đọc đúng mã đơn hàng của tôi, yêu cầu cung cấp mã OTP để “hoàn tiền”. Tôi không đưa.',
    wanted: 'Cho biết vì sao họ có mã đơn hàng của tôi.',
    dataItems: ['phone', 'purchases'],
    systems: ['orders', 'sms', 'logs'],
    finding: 'unknown',
    conclusion:
      'Không thấy truy cập bất thường vào đơn hàng; nhật ký tổng đài trước ngày 10 không còn.',
    whys: ['Nhật ký tổng đài không còn nên không lần ra được nguồn.'],
    cause: 'NN-16',
    statement: '',
    remedies: [
      { type: 'KP-24', description: 'Lưu nhật ký tổng đài tối thiểu 12 tháng' },
      { type: 'KP-42', description: 'Đăng cảnh báo mạo danh trên website' },
    ],
    outcome: 'insufficient',
    reason: 'Chưa đủ căn cứ xác định thông tin bị lộ từ website.',
    needsFirm: false,
  },
  {
    category: 'KN-06',
    clauses: ['1.8'],
    severity: 'high',
    subject: 'Người bán gửi tin nhắn mời hợp tác bằng số điện thoại khách hàng',
    narrative:
      'Sau khi dùng voucher spa, tôi liên tục nhận tin nhắn mời làm cộng tác viên từ chính cửa hàng đó.',
    wanted: 'Yêu cầu cửa hàng ngừng nhắn tin và xóa số của tôi.',
    dataItems: ['phone', 'voucher'],
    systems: ['seller-portal', 'sms'],
    finding: 'misused',
    conclusion: 'Người bán đã dùng số điện thoại từ voucher vào mục đích tuyển cộng tác viên.',
    whys: [
      'Người bán có số điện thoại vì voucher hiển thị đủ số.',
      'Voucher hiển thị đủ số vì mẫu in chưa che số theo chính sách mới.',
    ],
    cause: 'NN-07',
    statement: 'Người bán đã sử dụng số điện thoại của khách hàng ngoài mục đích phục vụ voucher.',
    remedies: [
      { type: 'KP-03', description: 'Yêu cầu người bán xóa số điện thoại, có xác nhận' },
      { type: 'KP-20', description: 'Che bốn số giữa trên mẫu voucher' },
    ],
    outcome: 'upheld',
    reason: 'Thông tin được cung cấp cho người bán đã bị dùng sai mục đích.',
    needsFirm: false,
    rights: ['delete'],
  },
  {
    category: 'KN-16',
    clauses: ['2.6'],
    severity: 'low',
    subject: 'Khiếu nại lần trước không được trả lời',
    narrative:
      'Tôi đã khiếu nại qua email hơn hai tháng trước về việc lộ số điện thoại, không ai trả lời.',
    wanted: 'Trả lời khiếu nại trước và xin lỗi vì chậm trễ.',
    dataItems: ['email'],
    systems: ['email', 'logs'],
    finding: 'missing',
    conclusion:
      'Email khiếu nại đã tới máy chủ nhưng bị bộ lọc thư rác chặn, không vào sổ tiếp nhận.',
    whys: ['Thư không được thấy vì bị lọc rác.', 'Không có ai kiểm tra hộp thư rác hằng ngày.'],
    cause: 'NN-13',
    statement: 'Thư khiếu nại bị bộ lọc thư rác giữ lại và không có người kiểm tra.',
    remedies: [
      { type: 'KP-34', description: 'Kiểm tra hộp thư rác hằng ngày, ghi sổ tiếp nhận' },
      { type: 'KP-40', description: 'Xin lỗi khách hàng vì chậm trả lời' },
    ],
    outcome: 'upheld',
    reason: 'Khiếu nại đã đến nhưng không được trả lời trong thời hạn.',
    needsFirm: false,
  },
]
