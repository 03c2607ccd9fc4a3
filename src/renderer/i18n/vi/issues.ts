import { contactIssueMessages } from './issues-of-contacts.ts'
import { dutyIssueMessages } from './issues-of-duties.ts'
import { letterIssueMessages } from './issues-of-letters.ts'
import { undoIssueMessages } from './issues-of-undoing.ts'

/** What is wrong with one field, or which rule speaks against an act. */
export const issuesMessages = {
  unknown: 'Chưa đúng ({code}).',
  REQUIRED: 'Chưa nhập mục này.',
  TOO_LONG: 'Vượt quá giới hạn (tối đa {max}).',
  TOO_SMALL: 'Chưa đủ (ít nhất {min}).',
  WRONG_TYPE: 'Chưa nhập, hoặc giá trị không đúng kiểu.',
  WRONG_FORMAT: 'Giá trị không đúng dạng.',
  UNKNOWN_FIELD: 'Có mục lạ trong nội dung gửi đi.',
  NOT_JSON: 'Nội dung gửi đi không đọc được.',
  TOO_DEEP: 'Nội dung gửi đi lồng quá nhiều lớp nên không đọc được.',
  NOT_CHANGED: 'Giá trị mới giống giá trị đang có.',
  DATE_IMPOSSIBLE: 'Ngày này không có thật. Hãy kiểm tra ngày, tháng, năm.',
  INSTANT_IMPOSSIBLE: 'Thời điểm này không có thật. Hãy kiểm tra ngày và giờ.',
  INSTANT_OUT_OF_RANGE: 'Thời điểm nằm ngoài khoảng chương trình tính được.',
  NOT_A_DATE: 'Đây không phải là một ngày.',
  NOT_A_TIME: 'Đây không phải là giờ trong ngày (ví dụ đúng: 14:05).',
  NOT_AN_INSTANT: 'Đây không phải là một thời điểm.',
  NOT_A_COUNT: 'Hãy nhập một số nguyên không âm.',
  DATE_IN_FUTURE: 'Ngày này chưa đến. Hãy nhập ngày hôm nay hoặc trước đó.',
  TIME_IN_FUTURE: 'Thời điểm này chưa đến.',
  RECEIPT_IN_FUTURE: 'Thời điểm tiếp nhận không thể ở tương lai.',
  RECEIPT_TOO_EARLY: 'Ngày tiếp nhận trước năm 2000: hãy kiểm tra lại năm đã gõ.',
  END_BEFORE_START: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
  EMAIL_INVALID: "Địa chỉ thư điện tử chưa đúng. Ví dụ đúng: ten{'@'}example.com.",
  TAX_CODE_INVALID: 'Mã số thuế gồm 10 chữ số, hoặc 13 chữ số với đơn vị phụ thuộc.',
  USERNAME_INVALID:
    'Tên đăng nhập gồm 3 đến 32 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới.',
  USERNAME_TAKEN: 'Tên đăng nhập này đã có người dùng.',
  PASSWORD_TOO_SHORT: 'Mật khẩu cần ít nhất {min} ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
  PASSWORD_TOO_LONG: 'Mật khẩu dài quá {max} ký tự.',
  PASSWORD_COMMON: 'Mật khẩu này dễ đoán. Hãy chọn một câu chỉ mình anh/chị nghĩ ra.',
  PASSWORD_CONTEXT: 'Mật khẩu không được chứa tên đăng nhập, tên website hay tên chương trình.',
  PASSWORD_MISMATCH: 'Hai lần nhập mật khẩu chưa giống nhau.',
  PASSWORD_UNCHANGED: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
  RECOVERY_KEY_MISTYPED:
    'Khóa khôi phục có chỗ gõ nhầm. Khóa gồm 8 nhóm, mỗi nhóm 5 ký tự; hãy so từng nhóm với bản in.',
  CODE_WRONG:
    'Mã chưa đúng hoặc đã dùng rồi. Hãy nhập mã 6 số đang hiện trong ứng dụng; nếu vẫn sai, hãy kiểm tra giờ của điện thoại và của máy này.',
  SECOND_STEP_DEMANDED:
    'Ban yêu cầu vai trò của anh/chị dùng xác thực hai bước nên không tắt được; có thể thiết lập lại với ứng dụng khác.',
  SECOND_STEP_NOT_BEGUN: 'Mã QR này không còn hiệu lực. Hãy bắt đầu thiết lập lại.',
  RECOVERY_GROUP_WRONG: 'Nhóm này chưa khớp với khóa. Hãy so lại với bản in.',
  RECOVERY_KEY_NOT_SHOWN: 'Khóa khôi phục không còn trên màn hình. Hãy tạo khóa mới.',
  UPDATE_OFF: 'Cập nhật đang tắt. Hãy nhập địa chỉ cập nhật trước.',
  UPDATE_ADDRESS_INVALID:
    'Địa chỉ phải bắt đầu bằng https:// và không chứa tên đăng nhập, mật khẩu, dấu hỏi hay dấu thăng. Ví dụ đúng: https://capnhat.ledu.vn/hoi-am/.',
  UPDATE_NOT_A_FEED:
    'Địa chỉ này trả về nội dung khác, có thể là trang đăng nhập của mạng Wi-Fi hoặc một website khác. Hãy kiểm tra mạng và địa chỉ cập nhật.',
  UPDATE_REDIRECTED:
    'Máy chủ chuyển hướng sang một địa chỉ khác; chương trình chỉ lấy bản mới từ đúng địa chỉ ban đã đặt. Hãy hỏi nơi phát hành địa chỉ đúng.',
  UPDATE_TOO_LARGE: 'Máy chủ gửi nhiều dữ liệu hơn mức đã công bố. Hãy báo nơi phát hành.',
  UPDATE_UNSIGNED: 'Bản phát hành này không có chữ ký. Hãy báo nơi phát hành.',
  UPDATE_WRONG_SIGNATURE:
    'Chữ ký không phải của nơi phát hành, hoặc nội dung đã bị sửa sau khi ký. Hãy báo nơi phát hành và người phụ trách kỹ thuật.',
  UPDATE_UNREADABLE: 'Bản kê của bản phát hành không đúng dạng. Hãy báo nơi phát hành.',
  UPDATE_EXPIRED:
    'Chữ ký của bản phát hành đã hết hạn. Hãy hỏi nơi phát hành bản mới hơn; nếu đồng hồ máy sai, hãy chỉnh lại rồi kiểm tra lại.',
  UPDATE_OLDER:
    'Bản được đưa ra cũ hơn bản đang dùng hoặc bản ban đã từng thấy. Hãy báo nơi phát hành.',
  UPDATE_CLOCK_BEHIND:
    'Đồng hồ của máy này chậm hơn thời điểm chương trình đã biết. Hãy chỉnh lại ngày giờ của máy rồi kiểm tra lại.',
  UPDATE_MIXED:
    'Các tệp trên máy chủ thuộc những bản phát hành khác nhau, hoặc của hệ điều hành khác. Có thể nơi phát hành đang tải lên dở: hãy thử lại sau, nếu vẫn vậy thì báo họ.',
  UPDATE_NO_FILE: 'Bản phát hành này không có bộ cài cho loại máy này. Hãy hỏi nơi phát hành.',
  UPDATE_ALTERED:
    'Tệp tải về không khớp với bản đã ký: bị sửa, thiếu hoặc hỏng trên đường truyền. Tệp không được dùng. Hãy tải lại; nếu vẫn vậy, báo nơi phát hành.',
  UPDATE_SYSTEM_SIGNATURE: 'Hệ điều hành không chấp nhận chữ ký của bộ cài. Hãy báo nơi phát hành.',
  UPDATE_NO_KEY:
    'Bản đang dùng được tạo không kèm khóa kiểm chữ ký nên không cập nhật được. Hãy lấy bộ cài mới từ nơi đã giao chương trình.',
  UPDATE_NOT_INSTALLED:
    'Chương trình không chạy từ bộ cài nên không có gì để thay. Hãy cài bằng bộ cài rồi mở lại.',
  UPDATE_UNREACHABLE:
    'Không kết nối được với máy chủ cập nhật, hoặc máy chủ đang lỗi. Hãy kiểm tra mạng rồi thử lại.',
  UPDATE_NOT_FOUND:
    'Ở địa chỉ này không có bản phát hành nào, hoặc thiếu tệp. Hãy kiểm tra lại địa chỉ cập nhật.',
  UPDATE_NO_ROOM:
    'Không ghi được tệp tải về vào máy: ổ đĩa đầy hoặc không có quyền ghi. Hãy giải phóng dung lượng rồi tải lại.',
  UPDATE_NOT_READY:
    'Bước trước chưa xong, hoặc địa chỉ cập nhật đã đổi. Hãy kiểm tra bản mới lại từ đầu.',
  UPDATE_STOPPED: 'Đã dừng theo yêu cầu.',
  RETRY_AFTER: 'Có thể nhập lại sau {seconds} giây.',
  PHONE_EMPTY: 'Chưa nhập số điện thoại.',
  PHONE_INVALID:
    'Đây không phải là số điện thoại đang dùng được. Ví dụ đúng: 028 38 49 40 88, 0903 123 456, +84…',
  PHONE_OLD_MOBILE:
    'Số di động 11 chữ số đã được đổi sang 10 chữ số từ năm 2018. Hãy hỏi lại số hiện nay.',
  UNKNOWN_RANGE: 'Đầu số này chưa có trong danh mục của chương trình. Hãy đọc lại cho người gọi.',
  PRE_2017_FORM: 'Có vẻ là số cố định theo mã vùng cũ trước năm 2017. Hãy hỏi lại người gọi.',
  SITE_UNKNOWN: 'Website này không có trong cài đặt.',
  SITE_REPEATED: 'Hai website có cùng mã.',
  SITE_IN_USE: 'Không thể bỏ một website đã có trong cài đặt vì hồ sơ khiếu nại còn dùng.',
  HOLIDAY_REPEATED: 'Có hai dòng cho cùng một ngày.',
  NO_WORKING_DAY: 'Một tuần phải còn ít nhất một ngày làm việc.',
  CODE_UNKNOWN: 'Mục đã chọn không có trong danh mục.',
  PERSON_UNKNOWN: 'Không có người này trong ban, hoặc tài khoản đã ngừng.',
  PERSON_INACTIVE: 'Tài khoản này đã ngừng hoạt động.',
  ROLE_NOT_ALLOWED: 'Vai trò của anh/chị không được quyết định việc này.',
  LAST_CHAIR: 'Ban phải còn ít nhất một trưởng ban đang hoạt động.',
  IDENTITY_COVERED:
    'Danh tính người khiếu nại đang được che với anh/chị. Mở hồ sơ, bấm “Hiện danh tính” và nêu lý do, rồi làm lại.',
  IDENTITY_NOT_COVERED: 'Danh tính người khiếu nại của hồ sơ này không bị che với anh/chị.',
  LAST_PERSON: 'Phải còn ít nhất một người mở được dữ liệu.',
  SIGN_IN_AGAIN_FIRST:
    'Hãy đăng xuất rồi đăng nhập lại một lần, sau đó duyệt: khóa của anh/chị phải được lưu theo cách mới thì mới cho người khác rời đi được.',
  RESET_OWN_PASSWORD:
    'Đây là mật khẩu của chính anh/chị: hãy dùng “Đổi mật khẩu” và nhập mật khẩu hiện tại.',
  STALE_VERSION: 'Phần này đã được người khác sửa.',
  COMPLAINT_UNKNOWN: 'Không có khiếu nại mang mã này.',
  COMPLAINT_ENDED: 'Khiếu nại đã kết thúc.',
  COMPLAINT_NOT_OPEN: 'Khiếu nại không còn ở trạng thái đang giải quyết.',
  COMPLAINT_NOT_ANSWERED: 'Khiếu nại chưa được trả lời nên chưa đóng được.',
  DUPLICATE_OF_ITSELF: 'Một khiếu nại không thể trùng với chính nó.',
  DUPLICATE_OF_CLOSED:
    'Khiếu nại gốc đã trả lời và đóng. Nếu người khiếu nại không đồng ý, hãy mở lần xem xét lại từ hồ sơ đó.',
  DUPLICATE_OF_ENDED:
    'Khiếu nại gốc đã kết thúc mà không có kết quả, nên sẽ không ai được trả lời. Hãy chọn hồ sơ còn đang giải quyết, hoặc giải quyết chính khiếu nại này.',
  DUPLICATE_OF_ENDING:
    'Khiếu nại gốc cũng sắp kết thúc mà không có kết quả. Hãy chọn hồ sơ còn đang giải quyết, hoặc giải quyết chính khiếu nại này.',
  DUPLICATE_OTHER_PERSON:
    'Hai khiếu nại không phải của cùng một người: không có số điện thoại, thư điện tử hay tài khoản nào giống nhau, hoặc khiếu nại thay cho người khác. Hãy liên kết làm hồ sơ liên quan và trả lời riêng từng người.',
  CONTACT_NOT_MATCHED: 'Thông tin liên hệ này không giống nhau ở hai khiếu nại.',
  REVIEW_OPEN: 'Lần xem xét lại trước chưa được trả lời.',
  REVIEW_SAME_HANDS:
    'Thư này trả lời việc xem xét lại. Người đã soạn hoặc duyệt thư trước không soạn, không duyệt thư này khi còn người khác.',
  RELATED_TO_ITSELF: 'Một hồ sơ không thể liên quan với chính nó.',
  RELATED_ALREADY: 'Hồ sơ này đã được liên kết.',
  PROMISE_NOT_PLANNED: 'Biện pháp này không còn chờ thực hiện.',
  PROMISES_OPEN: 'Hồ sơ còn biện pháp đã hứa chưa ghi kết quả.',
  ENDING_DECIDED: 'Hai người đã quyết định kết thúc khiếu nại này.',
  STATE_NO_CHECK: 'Chưa kiểm tra mục thông tin nào.',
  STATE_NOT_CONCLUDED: 'Chưa kết luận về tình trạng thông tin.',
  CAUSE_OPEN: 'Chưa xác định nguyên nhân.',
  CAUSE_NO_CATEGORY: 'Chưa chọn loại nguyên nhân.',
  CAUSE_NO_STATEMENT: 'Chưa viết câu nêu nguyên nhân cho thư trả lời.',
  CAUSE_NO_REASON: 'Chưa ghi lý do không xác định được nguyên nhân.',
  REMEDY_MISSING: 'Chưa có biện pháp khắc phục, hoặc lý do không cần khắc phục.',
  REMEDY_UNDATED: 'Có {count} biện pháp chưa có ngày hoàn thành dự kiến.',
  REMEDY_HAS_STEPS: 'Đã có biện pháp khắc phục nên không thể ghi là không cần.',
  STEP_ON_RECORD: 'Biện pháp đã hoàn thành được giữ trong hồ sơ, không xóa được.',
  OUTCOME_MISSING: 'Chưa có kết luận.',
  OUTCOME_NO_REASON: 'Kết luận chưa có lý do.',
  APPROVER_IS_REQUESTER: 'Anh/chị là người đề nghị nên không được tự duyệt; phải có người thứ hai.',
  APPROVER_IS_SUBJECT: 'Đề nghị này là về chính anh/chị nên phải do người khác duyệt.',
  OWN_PASSWORD_MISSING: 'Anh/chị phải tự đặt mật khẩu trước khi duyệt.',
  ACCOUNT_UNCONFIRMED:
    'Tài khoản của anh/chị chờ một người duyệt khác xác nhận, nên chưa duyệt được.',
  ACCOUNT_WAITS:
    'Không còn người duyệt nào khác để xác nhận tài khoản của anh/chị; khoảng {hours} giờ nữa mới duyệt được, và mỗi lần duyệt sẽ được đánh dấu.',
  NOTHING_TO_CONFIRM: 'Tài khoản này không chờ xác nhận.',
  OWNER_NOT_SEEN_YET: 'Chỉ xác nhận được sau khi chủ tài khoản đã đăng nhập và tự đặt mật khẩu.',
  CONFIRMED_ALREADY: 'Anh/chị đã xác nhận; còn cần một người duyệt nữa.',
  CONFIRMER_NOT_INDEPENDENT:
    'Người xác nhận phải là người duyệt khác, không phải người đã tạo, đặt lại hay đề nghị cho tài khoản này.',
  APPROVERS_TOO_FEW:
    'Chỉ còn {count} người duyệt được thư của hồ sơ này. Nếu chấp nhận, hãy đánh dấu vào ô xác nhận rồi gửi lại.',
  NOBODY_TO_DECIDE:
    'Không còn ai khác được quyết định đề nghị này. Hãy nhờ người không có quyền duyệt đứng ra đề nghị.',
  PERSON_CONCERNED: 'Thành viên này có liên quan đến hồ sơ nên không được giao việc của hồ sơ.',
  CONFLICT_KNOWN: 'Người hoặc công ty này đã được nêu là có liên quan đến hồ sơ.',
  CONFLICT_NOT_NAMED: 'Hồ sơ hiện không ghi người hoặc công ty này là có liên quan.',
  APPROVAL_DECIDED: 'Đề nghị này đã có quyết định.',
  APPROVAL_NOT_YOURS: 'Chỉ người đề nghị mới rút được, khi chưa có quyết định.',
  APPROVAL_PENDING: 'Đã có một đề nghị như vậy đang chờ duyệt.',
  RETENTION_OFF: 'Ban chưa đặt thời hạn lưu nên chưa hồ sơ nào đến hạn xóa.',
  RETENTION_NOT_OVER: 'Thời hạn lưu của hồ sơ này chưa hết.',
  COMPLAINT_NOT_ENDED: 'Khiếu nại chưa kết thúc.',
  CASE_ON_HOLD: 'Hồ sơ đang phải giữ nguyên theo yêu cầu pháp lý nên không được xóa.',
  CASE_ANONYMISED: 'Thông tin cá nhân trong hồ sơ này đã bị xóa; hồ sơ không còn sửa được.',
  CASE_WORKED_ON_SINCE:
    'Hồ sơ đã có thay đổi sau khi được đề nghị xóa. Hãy trả lại đề nghị rồi xem và đề nghị lại.',
  ERASURE_CERTIFIED: 'Trong số này có hồ sơ đã có biên bản.',
  FILES_NOT_DESTROYED:
    'Còn tệp chưa hủy xong. Hãy khóa và đăng nhập lại để chương trình hủy nốt, rồi lập biên bản.',
  HOLD_LIFTED: 'Yêu cầu giữ hồ sơ này đã được gỡ.',
  REASON_NAMES_PERSON:
    'Lời này được giữ lại sau khi xóa: đừng ghi tên, số điện thoại, thư điện tử hay số giấy tờ của ai.',
  FIRM_UNKNOWN: 'Không có công ty này trong danh sách.',
  FIRM_CONCERNED:
    'Công ty này có liên quan đến hồ sơ nên không được thuê và không nhận thư của hồ sơ.',
  FIRM_INACTIVE: 'Công ty này đã ngừng hợp tác.',
  FIRM_NAME_TAKEN: 'Đã có công ty mang tên này.',
  CONTRACT_MISSING: 'Chưa ghi hợp đồng với công ty.',
  CONTRACT_EXPIRED: 'Hợp đồng với công ty đã hết hạn từ {until}.',
  NDA_MISSING: 'Chưa ghi thỏa thuận bảo mật với công ty.',
  NDA_EXPIRED: 'Thỏa thuận bảo mật với công ty đã hết hạn từ {until}.',
  NOTE_UNKNOWN: 'Không có ghi chú này trong hồ sơ.',
  EVIDENCE_GIVER_UNKNOWN:
    'Còn {count} tệp chưa ghi ai đưa. Hãy ghi ở từng tệp chứng cứ, rồi lấy bản sao.',
  EVIDENCE_UNKNOWN: 'Chứng cứ này không thuộc hồ sơ.',
  EXTENSION_NOT_ALLOWED: 'Thời hạn này không được gia hạn.',
  EXTENSION_TOO_LONG: 'Chỉ được gia hạn tối đa {limit} ngày.',
  NO_RULE: 'Không có quy tắc thời hạn này ({code}).',
  FILE_TOO_LARGE: 'Mỗi tệp tối đa {megabytes} MB.',
  UPLOAD_INCOMPLETE: 'Tệp chưa được gửi trọn vẹn. Hãy gửi lại.',
  NETWORK_SHARE: 'Thư mục nằm trên ổ đĩa mạng.',
  CLOUD_SYNC: 'Thư mục đang được đồng bộ lên đám mây.',
  UNREACHABLE: 'Không vào được thư mục này.',
  PATH_TOO_LONG:
    'Đường dẫn của thư mục này quá dài để mở cơ sở dữ liệu. Hãy chọn thư mục có đường dẫn ngắn hơn.',
  TOO_MANY_FILES_OPEN:
    'Máy đang mở quá nhiều tệp nên không mở thêm được. Hãy đóng bớt chương trình rồi thử lại.',
  FOLDER_IN_PLACE_OF_FILE:
    'Trong thư mục dữ liệu, ở chỗ của một tệp lại có một thư mục cùng tên. Hãy đổi tên thư mục đó rồi thử lại.',
  KEYS_UNREADABLE:
    'Máy không cho đọc tệp khóa keys.json và bản dự phòng keys.json.bak. Hãy nhờ người quản trị máy cấp quyền đọc hai tệp này rồi mở lại chương trình; đừng xóa chúng.',
  ATTEMPTS_UNREADABLE:
    'Máy không cho đọc tệp attempts.json (số lần nhập sai mật khẩu) trong thư mục dữ liệu. Hãy nhờ người quản trị máy cấp quyền đọc tệp này rồi thử lại.',
  NO_WINDOW: 'Cửa sổ này không còn được nhận ra. Hãy mở lại bằng đường dẫn in ra khi khởi động.',
  NOT_IN_BROWSER_HOST: 'Việc này chỉ có trong ứng dụng trên máy.',
  NOT_A_POSTGRES_URL: 'Địa chỉ cơ sở dữ liệu không đúng dạng postgres://…',
  URL_PARAMETER_REFUSED: 'Địa chỉ cơ sở dữ liệu có tham số không được phép.',
  CLOSED: 'Chương trình đang đóng.',
  CONNECTION_LOST: 'Mất kết nối với cơ sở dữ liệu.',
  SCHEMA_VERSION: 'Cấu trúc dữ liệu không đúng phiên bản.',
  NO_SNAPSHOT:
    'Không có bản sao nào còn nguyên vẹn để khôi phục. Cơ sở dữ liệu hiện tại vẫn để nguyên.',
  DATABASE_WHOLE: 'Cơ sở dữ liệu vẫn nguyên vẹn nên không cần khôi phục. Hãy đăng nhập như thường.',
  BOARD_IN_USE: 'Đang có người làm việc. Hãy để mọi người đăng xuất rồi khôi phục.',
  SERVER_KEEPS_COPIES: 'Máy chủ tự giữ bản sao của nó; hãy sao lưu tại máy chủ.',
  SECOND_PLACE_CLOUD:
    'Thư mục này được đồng bộ lên đám mây. Hãy xác nhận đã hiểu về việc chuyển dữ liệu ra nước ngoài.',
  SECOND_PLACE_GONE: 'Không có thư mục này, hoặc không vào được.',
  SECOND_PLACE_INSIDE: 'Thư mục này nằm trong thư mục dữ liệu. Hãy chọn nơi khác.',
  SECOND_PLACE_NOT_WHOLE: 'Hãy ghi đầy đủ đường dẫn, từ ổ đĩa trở đi.',
  SECOND_PLACE_NONE: 'Trong thư mục này không có dữ liệu của ban nào.',
  SECOND_PLACE_TAKEN: 'Thư mục này là nơi thứ hai của ban khác. Hãy chọn thư mục khác.',
  SNAPSHOT_UNSOUND: 'Bản chụp trước khi nâng cấp không đạt kiểm tra.',
  SQLITE_UNFIT: 'Bộ máy cơ sở dữ liệu không đúng phiên bản an toàn.',
  SQLITE_SETTING_REFUSED: 'Cơ sở dữ liệu không nhận thiết lập an toàn bắt buộc.',
  DATABASE_EMPTIED:
    'Tệp cơ sở dữ liệu không còn chứa gì. Chương trình không ghi gì vào đó; hãy khôi phục từ bản sao.',
  FOLDER_GONE:
    'Thư mục dữ liệu đã bị chuyển đi hoặc bị xóa trong khi chương trình đang chạy. Việc vừa rồi chưa được lưu và từ giờ không lưu được gì nữa. Hãy đưa thư mục về chỗ cũ rồi mở lại chương trình.',
  CLOCK_BEHIND: 'Đồng hồ của máy chậm hơn mục nhật ký cuối cùng.',
  CLOCK_AHEAD: 'Đồng hồ của máy nhanh hơn mục nhật ký cuối cùng quá 31 ngày.',
  DATABASE_FILE_MISSING: 'Không thấy tệp cơ sở dữ liệu trong thư mục dữ liệu.',
  KEYS_OUTDATED:
    'Tệp khóa trong thư mục dữ liệu cũ hơn dữ liệu: từ đó đến nay đã có người rời ban và khóa đã đổi. Hãy đóng chương trình, đặt lại keys.json mới nhất (từ keys.json.bak hoặc từ bản sao lưu mới nhất), rồi mở lại.',
  BREACH_MISSING: 'Hồ sơ chưa ghi nhận vi phạm nào, hoặc đã xác định không có vi phạm.',
  PRESENT_ROLE_MISSING:
    'Phần Vi phạm dữ liệu chưa ghi chức danh của {name} trong thành phần lập biên bản.',
  MINUTES_CLOSED_BEFORE_BEGUN: 'Giờ kết thúc sớm hơn giờ bắt đầu.',
  LIST_SENT: 'Đã gửi xong cho cả danh sách. Muốn sửa, hãy gạch bỏ lần gửi trước.',
  LETTER_HAS_NO_LIST: 'Thư này không gửi theo danh sách.',
  NOBODY_WAITS: 'Không còn ai trong số này đang chờ gửi.',
  LETTER_TO_A_LIST: 'Thư gửi theo danh sách: hãy ghi nhận đã gửi cho từng người nhận.',
  CHANNEL_UNFIT: 'Thư này không gửi đi bằng cách đó.',
  TOO_MANY_ADDRESSEES: 'Một danh sách có nhiều nhất {most} người nhận.',
  PASSED_RIGHT_MISSING: 'Chưa chọn quyền nào được chuyển yêu cầu.',
  PASSED_ON_STRUCK: 'Lần chuyển yêu cầu này đã được gạch bỏ.',
  TOLD_BEFORE_ASKED: 'Sớm hơn ngày nhận yêu cầu.',
  CONFIRMED_BEFORE_TOLD: 'Sớm hơn ngày chuyển yêu cầu.',
  EVIDENCE_DESTROYED: 'Tệp này đã được hủy; chỉ còn ghi nhận.',
  EVIDENCE_OF_FIRM: 'Tệp của công ty an ninh mạng không phải bản sao giấy tờ.',
  NOT_AN_IDENTITY_COPY: 'Chỉ hủy được tệp đã đánh dấu là bản sao giấy tờ.',
  BREACH_FACT_MISSING: 'Phần Vi phạm dữ liệu còn thiếu: {breachFact}.',
  BREACH_RULED_OUT: 'Vi phạm này đã được xác định là không có, nên không còn gì để thông báo.',
  NOTIFICATION_UNDECIDED: 'Chưa quyết định có phải thông báo vi phạm hay không.',
  OCCURRED_AFTER_DETECTION: 'Thời điểm xảy ra không thể sau thời điểm phát hiện.',
  OCCURRENCE_UNKNOWN:
    'Thời gian xảy ra đang ghi là chưa xác định được: hãy bỏ trống thời điểm, hoặc chọn lại.',
  BREACH_NOT_CONFIRMED: 'Biên bản chỉ lập khi đã xác nhận có vi phạm.',
  NOTICE_SETTING_MISSING: 'Cài đặt về thông báo vi phạm còn thiếu: {noticeSetting}.',
  DEADLINE_MISSING: 'Hồ sơ chưa có thời hạn trả lời.',
  NEW_END_NOT_LATER: 'Thời hạn mới phải sau hạn hiện tại {due}.',
  DAY_IN_FUTURE: 'Ngày này chưa tới.',
  TEMPLATE: 'Mẫu dàn trang có lỗi.',
  TIMEOUT: 'Dàn trang quá lâu nên đã dừng lại.',
  CRASH: 'Bộ dàn trang ngừng đột ngột.',
  READING_TIME:
    'Đọc tệp quá lâu nên đã dừng: tệp có cấu trúc bất thường, có thể được làm ra để gây treo máy. Hãy xin lại tệp gốc, hoặc lưu lại tệp bằng chương trình khác rồi thử lại.',
  READING_MEMORY:
    'Tệp khi mở ra chiếm quá nhiều bộ nhớ nên đã dừng: tệp có thể được làm ra để gây treo máy. Hãy xin lại tệp gốc, hoặc lưu lại tệp bằng chương trình khác rồi thử lại.',
  READING_STOPPED:
    'Bộ đọc tệp đã dừng khi đọc tệp này. Hãy thử lại một lần; nếu vẫn vậy, tệp bị hỏng: hãy xin lại tệp gốc hoặc lưu lại tệp bằng chương trình khác.',
  READING_BUSY: 'Đang có nhiều tệp chờ đọc. Hãy chờ một lát rồi thử lại.',
  LOCK_FAILED: 'Không khóa được thư mục dữ liệu.',
  UNKNOWN_FILE_ERROR: 'Hệ điều hành báo một lỗi về tệp không có tên.',
  UNKNOWN_SYSTEM_ERROR: 'Máy báo một lỗi không có tên.',
  LOGO_NOT_IMAGE: 'Tệp này không phải ảnh PNG, JPEG hoặc SVG.',
  LOGO_TOO_LARGE: 'Ảnh biểu trưng tối đa {kilobytes} KB.',
  LOGO_TOO_MANY_PIXELS: 'Ảnh quá lớn. Hãy thu nhỏ dưới 4.000 điểm mỗi chiều.',
  LOGO_TOO_SMALL: 'Ảnh quá nhỏ, in ra sẽ mờ. Hãy dùng ảnh lớn hơn hoặc SVG.',
  LOGO_SHAPE: 'Ảnh quá dài so với chiều cao.',
  LOGO_BROKEN: 'Ảnh bị hỏng hoặc không dàn được lên trang. Hãy xuất lại ảnh rồi thử lại.',
  LOGO_CMYK: 'Ảnh JPEG dùng hệ màu CMYK. Hãy xuất lại với hệ màu RGB.',
  LOGO_UNSAFE: 'Tệp SVG có nội dung không an toàn (mã lệnh, liên kết ngoài hoặc quá phức tạp).',
  LOGO_SVG_TEXT: 'Tệp SVG có chữ. Hãy chuyển chữ thành đường nét rồi thử lại.',
  LOGO_SVG_ENCODING: 'Tệp SVG phải lưu bằng mã UTF-8.',
  MAY_NOT_SHARE: 'Chỉ trưởng ban và ban quản trị được dùng chung danh sách.',
  LIMIT_NUMBER: 'Hãy nhập một số nguyên từ 1 đến 1.000.',
  REMINDER_DAYS: 'Hãy nhập các số ngày từ 1 đến 60, cách nhau bằng dấu phẩy.',
  REMINDER_PERCENTS: 'Hãy nhập các số từ 1 đến 99, cách nhau bằng dấu phẩy.',
  PERIOD_BACKWARDS: 'Ngày cuối kỳ sớm hơn ngày đầu kỳ.',
  OWN_CASE_ITSELF: 'Hồ sơ riêng của người khiếu nại phải là một hồ sơ khác.',
  LATE_WITHOUT_REASON: 'Thư gửi sau khi hết thời hạn: hãy chọn lý do trễ.',
  LATE_WITHOUT_WORDS: 'Hãy giải thích vì sao trễ.',
  REGISTER_TOO_LONG:
    'Sổ dài hơn {most} dòng nên chưa in được trong một lần. Hãy chọn kỳ ngắn hơn rồi in từng phần, hoặc lấy bảng tính.',
  LIST_TOO_LONG: 'Danh sách dài hơn {most} dòng. Hãy lọc bớt rồi xuất từng phần.',
  NOT_A_NUMBER: 'Hãy nhập một số nguyên, ví dụ 1.200, hoặc để trống nếu chưa biết.',
  NOTICE_STRUCK: 'Lần thông báo này đã được gạch bỏ.',
  NO_SUCH_DUTY: 'Vi phạm này không đặt ra nghĩa vụ thông báo đó.',
  NOTICE_BEFORE_DETECTION: 'Thời điểm thông báo sớm hơn thời điểm phát hiện vi phạm.',
  ENDS_BEFORE_START: 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.',
  RULE_AFTER_OPEN_END: 'Phiên bản trước chưa có ngày hết hiệu lực. Hãy ghi ngày đó trước.',
  RULE_GAP: 'Các phiên bản phải nối tiếp nhau: phiên bản này phải có hiệu lực từ {begins}.',
  PROMISE_NOT_EXTENDED: 'Thời hạn website đã cam kết thì không được gia hạn.',
  CLOCK_NOT_RUNNING: 'Thời hạn được chọn không còn chạy hoặc không thuộc hồ sơ này.',
  CLOCK_NOT_EXTENDABLE:
    'Thời hạn này không được gia hạn, hoặc đã gia hạn một lần. Hãy chọn thời hạn khác.',
  NEW_END_TOO_LATE: 'Ngày mới vượt quá mức được gia hạn: chậm nhất là {last}.',
  EXTENSION_TOO_LATE:
    'Thời hạn này đã qua nên không gia hạn được nữa. Hãy ghi ngày mới tại yêu cầu; thư sẽ nêu ngày đó và xin lỗi.',
  REFUSAL_NOT_TOLD:
    'Từ chối phải trả lời bằng văn bản nêu lý do: hãy gửi thư từ chối (L5) nêu đúng quyền này rồi mới ghi nhận.',
  RIGHT_OPEN: 'Yêu cầu này vẫn đang mở.',
  RIGHT_SETTLED: 'Yêu cầu này đã kết thúc. Hãy mở lại nếu cần sửa.',
  RIGHT_ASKED_ALREADY: 'Quyền này đã được ghi nhận và đang thực hiện.',
  RIGHT_NEW_DAY_MISSING:
    'Yêu cầu “{right}” đã quá thời hạn: hãy ghi ngày mới tại yêu cầu đó để thư nêu ngày mới và xin lỗi.',
  REFUSED_RIGHT_MISSING: 'Thư từ chối chưa nêu quyền nào bị từ chối.',
  REFUSED_RIGHT_SETTLED:
    'Có quyền được chọn đã thực hiện xong hoặc không còn yêu cầu: hãy bỏ chọn quyền đó.',
  ANSWER_DAY_OVER: 'Ngày trả lời mới phải từ hôm nay trở đi.',
  IDENTITY_NOT_CHECKED:
    'Quyền này chỉ được thực hiện hoặc chuyển cho bên khác thực hiện khi đã đối chiếu người yêu cầu và kết quả khớp.',
  CHECKED_BEFORE_ASKED: 'Ngày đối chiếu sớm hơn ngày yêu cầu.',
  PROMISED_DAY_OVER: 'Ngày mới phải từ hôm nay trở đi.',
  ITEM_UNCHECKED:
    'Thông tin bị khiếu nại chưa được kiểm tra: {dataItem}. Hãy ghi kết quả, hoặc chọn “Không kiểm tra” và nêu lý do.',
  POINT_OPEN: 'Điểm {point} của khiếu nại chưa được kết luận.',
  POINTS_TOO_FEW: 'Hãy ghi ít nhất hai điểm, hoặc gộp lại thành một điểm.',
  POINT_UNKNOWN: 'Điểm này không còn trong khiếu nại. Hãy mở lại hồ sơ để xem các điểm hiện nay.',
  POINTS_ANSWERED_APART: 'Khiếu nại này gồm nhiều điểm. Hãy kết luận từng điểm.',
  AMOUNT_MISSING: 'Hãy nhập số tiền chẵn đồng bằng chữ số, ví dụ 1.500.000.',
  CAUSE_TWICE: 'Mỗi nguyên nhân chỉ được chọn ở một mục.',
  CAUSE_NOT_PRIMARY:
    'Nguyên nhân khác đã xác nhận chỉ đi cùng nguyên nhân chính đã xác định. Khi nguyên nhân chính chưa rõ, hãy chọn ở mục nghi ngờ.',
  ...letterIssueMessages,
  ...contactIssueMessages,
  ...dutyIssueMessages,
  ...undoIssueMessages,
} as const
