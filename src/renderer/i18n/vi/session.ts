export const sessionMessages = {
  tagline: 'Phần mềm giải quyết khiếu nại về thông tin cá nhân',
  title: 'Đăng nhập',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  wait: 'Nhập lại sau {n} giây',
  forgot: 'Quên mật khẩu? Dùng khóa khôi phục',
  backToSignIn: 'Quay lại đăng nhập',
  demoTitle: 'Tài khoản mẫu: bấm để vào',
  ended: {
    idle: 'Đã tự khóa vì lâu không thao tác. Phần nhập dở đã được giữ lại; đăng nhập để làm tiếp.',
    away: 'Đã tự khóa vì máy vừa khóa màn hình hoặc ngủ. Phần nhập dở đã được giữ lại; đăng nhập để làm tiếp.',
    elsewhere: 'Phiên làm việc đã kết thúc. Phần nhập dở đã được giữ lại; đăng nhập để làm tiếp.',
    'core-restarted':
      'Phần xử lý của chương trình vừa khởi động lại. Dữ liệu đã lưu vẫn nguyên vẹn; hãy đăng nhập lại.',
    'password-changed':
      'Mật khẩu của tài khoản này vừa được đổi hoặc đặt lại ở nơi khác. Phần nhập dở đã được giữ lại. Nếu không phải anh/chị làm, hãy báo ngay cho một người duyệt khác của ban.',
    disabled: 'Tài khoản này đã ngừng hoạt động. Hãy liên hệ trưởng ban.',
  },
  copy: {
    copying: 'Đang sao lưu dữ liệu của ban ({percent} %). Anh/chị vẫn đăng nhập được.',
    checking: 'Đã sao lưu xong, đang kiểm tra bản sao. Anh/chị vẫn đăng nhập được.',
  },
  clock: {
    title: 'Bây giờ có đúng là {now} không?',
    behind:
      'Đồng hồ của máy chậm hơn việc ghi gần nhất ({last}). Thời điểm tiếp nhận, thời hạn và ngày trên thư đều tính theo đồng hồ này. Nếu giờ sai, hãy hủy, chỉnh lại đồng hồ của máy rồi đăng nhập lại.',
    ahead:
      'Việc ghi gần nhất là lúc {last}, cách đây hơn 31 ngày. Thời điểm tiếp nhận, thời hạn và ngày trên thư đều tính theo đồng hồ này. Nếu ngày giờ sai, hãy hủy, chỉnh lại đồng hồ của máy rồi đăng nhập lại.',
    right: 'Ngày giờ đúng, đăng nhập',
  },
  restore: {
    open: 'Khôi phục từ bản sao',
    act: 'Khôi phục bản đã chọn',
    lead: 'Chọn bản sao để quay lại. Bản mới nhất dùng được đã chọn sẵn; nếu bản đã chọn không đọc được, chương trình lấy bản cũ hơn gần nhất. Chỉ Trưởng ban khôi phục được.',
    elsewhere: 'Bản sao nằm ở thư mục khác (ổ cứng rời, USB…)',
    folder: 'Thư mục chứa bản sao',
    folderHelp: 'Đường dẫn đầy đủ đến thư mục snapshots, hoặc đến thư mục dữ liệu đã sao chép.',
    find: 'Tìm bản sao',
    none: 'Thư mục dữ liệu không có bản sao nào. Nếu có bản sao ở nơi khác, hãy đánh dấu ô trên rồi chỉ thư mục đó.',
    choose: 'Các bản sao, mới nhất ở trên',
    complaints: '{n} khiếu nại',
    lastEntry: 'việc cuối {moment}',
    title: 'Khôi phục từ bản đã chọn?',
    text: 'Bản sao lúc {moment} thay cho cơ sở dữ liệu hiện tại. Cơ sở dữ liệu hỏng được giữ trong thư mục damaged để tra cứu. Những gì ghi sau bản sao mà còn đọc được thì chương trình mang sang; phần còn lại phải ghi lại, chương trình sẽ cho biết thiếu khoảng nào.',
    doneWhole:
      'Đã khôi phục từ bản sao lúc {moment}; {n} việc ghi sau đó vẫn đọc được từ dữ liệu hỏng và đã mang sang đủ.',
    partly: 'Một phần ghi sau đó vẫn đọc được và đã mang sang; hãy xem lại các hồ sơ {codes}.',
    filesLost: '{n} văn bản hoặc chứng cứ không mang về được; xem nhật ký.',
    done: 'Đã khôi phục từ bản sao lúc {moment}. Hãy ghi lại những gì đã làm sau lúc đó.',
  },
  recoverTitle: 'Khôi phục bằng khóa đã in',
  recoverText:
    'Nhập tên đăng nhập và khóa khôi phục đã in khi thiết lập, rồi đặt mật khẩu mới cho tài khoản đó.',
  recoveryKey: 'Khóa khôi phục',
  recoveryKeyHelp: '8 nhóm, mỗi nhóm 5 ký tự. Không phân biệt chữ hoa, dấu cách hay gạch nối.',
  recover: 'Đặt mật khẩu mới và đăng nhập',
  newPassword: 'Mật khẩu mới',
  repeatPassword: 'Nhập lại mật khẩu',
  currentPassword: 'Mật khẩu hiện tại',
  passwordHelp: 'Ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất; không cần ký tự đặc biệt.',
  passwordChanged: 'Đã đổi mật khẩu.',
  secondStep: {
    title: 'Nhập mã xác thực',
    text: 'Mật khẩu đã đúng. Mở ứng dụng xác thực trên điện thoại và nhập mã 6 số đang hiện. Không có điện thoại thì nhập một mã dự phòng.',
    code: 'Mã 6 số',
    codeOrRecovery: 'Mã 6 số hoặc mã dự phòng',
    enter: 'Vào chương trình',
  },
  setUp: {
    title: 'Thiết lập xác thực hai bước',
    demanded:
      'Ban yêu cầu vai trò của anh/chị dùng xác thực hai bước: từ nay, sau mật khẩu cần thêm mã trên điện thoại của anh/chị.',
    scan: 'Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, Aegis…) và quét mã QR này.',
    picture: 'Mã QR để quét bằng ứng dụng xác thực',
    byHand: 'Không quét được thì nhập khóa này vào ứng dụng:',
    type: 'Nhập mã ứng dụng đang hiện để chắc chắn đã quét đúng.',
    confirm: 'Bật xác thực hai bước',
    done: 'Đã bật xác thực hai bước. Từ lần đăng nhập sau, sau mật khẩu sẽ hỏi mã.',
    codes: 'Mã dự phòng',
    codesText:
      'Khi không có điện thoại, mỗi mã dùng được một lần. Các mã chỉ hiện lần này: hãy in hoặc chép lại, cất nơi an toàn và đừng để trên máy này.',
    print: 'In các mã',
    copy: 'Sao chép các mã',
    codesCopied: 'Đã sao chép các mã dự phòng.',
    kept: 'Tôi đã cất các mã',
  },
  account: {
    title: 'Xác thực hai bước',
    on: 'Đang bật: khi đăng nhập, sau mật khẩu cần mã trên điện thoại. Còn {n} mã dự phòng.',
    off: 'Đang tắt: chỉ cần mật khẩu để đăng nhập.',
    help: 'Mã do ứng dụng trên điện thoại tạo ra, không cần mạng. Ai biết mật khẩu mà không có điện thoại thì không vào được chương trình.',
    begin: 'Thiết lập',
    again: 'Thiết lập lại',
    drop: 'Tắt xác thực hai bước',
    dropTitle: 'Tắt xác thực hai bước?',
    dropText: 'Từ lần đăng nhập sau chỉ cần mật khẩu. Các mã dự phòng còn lại không dùng được nữa.',
    dropped: 'Đã tắt xác thực hai bước.',
  },
  proof: {
    title: 'Nhập lại mật khẩu để làm việc này',
    text: 'Đã hơn {n} phút từ lần anh/chị nhập mật khẩu gần nhất. Việc này cần chắc chắn chính anh/chị đang ngồi trước máy. Những gì đã nhập vẫn còn.',
    act: 'Xác nhận và làm tiếp',
  },
  own: {
    title: 'Đặt mật khẩu của riêng anh/chị',
    added: '{by} đã tạo tài khoản này cho anh/chị lúc {when} với mật khẩu dùng một lần.',
    reset:
      '{by} đã đặt lại mật khẩu của anh/chị lúc {when}. Nếu anh/chị không nhờ việc này, hãy báo ngay cho một người duyệt khác của ban.',
    kept: 'Mật khẩu này do người khác đặt cho anh/chị và chưa từng được đổi.',
    text: 'Mật khẩu dùng một lần không mở được gì khác. Từ bây giờ chỉ mình anh/chị biết mật khẩu mới.',
    current: 'Mật khẩu dùng một lần',
    save: 'Đặt mật khẩu và vào chương trình',
  },
  failedTitle: 'Chưa mở được dữ liệu',
  folder: {
    NETWORK_SHARE:
      'Thư mục dữ liệu nằm trên máy chủ hoặc ổ đĩa mạng, nơi cơ sở dữ liệu dễ bị hỏng khi mất kết nối. Chưa có gì được ghi vào đó. Hãy chọn thư mục trên ổ đĩa của chính máy này.',
    CLOUD_SYNC:
      'Thư mục dữ liệu được OneDrive, Dropbox, Google Drive, iCloud hay chương trình tương tự đồng bộ; việc đó làm hỏng cơ sở dữ liệu đang mở và đưa dữ liệu ra ngoài. Chưa có gì được ghi vào đó. Hãy chọn thư mục không được đồng bộ.',
    UNREACHABLE:
      'Không vào được thư mục dữ liệu: ổ đĩa có thể đã bị rút ra hoặc bị lỗi. Dữ liệu trên đó không bị thay đổi. Hãy cắm lại ổ đĩa rồi mở lại chương trình, hoặc chọn thư mục khác.',
    PATH_TOO_LONG:
      'Đường dẫn của thư mục này quá dài để mở cơ sở dữ liệu. Hãy chọn thư mục có đường dẫn ngắn hơn.',
    TOO_MANY_FILES_OPEN:
      'Máy đang mở quá nhiều tệp nên không mở thêm được. Hãy đóng bớt chương trình rồi thử lại.',
    FOLDER_IN_PLACE_OF_FILE:
      'Trong thư mục dữ liệu, ở chỗ của một tệp lại có một thư mục cùng tên. Hãy đổi tên thư mục đó rồi thử lại.',
    KEYS_UNREADABLE:
      'Máy không cho đọc tệp khóa keys.json và bản dự phòng keys.json.bak. Hãy nhờ người quản trị máy cấp quyền đọc hai tệp này rồi mở lại chương trình; đừng xóa chúng.',
    READ_ONLY:
      'Thư mục dữ liệu không cho ghi tệp. Dữ liệu trong đó không bị thay đổi. Hãy nhờ người quản trị máy cấp quyền ghi rồi mở lại chương trình, hoặc chọn thư mục khác.',
    DISK_FULL:
      'Ổ đĩa chứa dữ liệu đã đầy. Dữ liệu đã lưu vẫn còn. Hãy xóa bớt tệp không cần nữa rồi mở lại chương trình, hoặc chọn thư mục trên ổ đĩa khác.',
    choosing:
      'Chọn thư mục khác không chuyển đi và không xóa dữ liệu ở thư mục cũ. Muốn dùng tiếp dữ liệu cũ, hãy chép cả thư mục đó sang chỗ mới trước.',
    choose: 'Chọn thư mục khác…',
  },
  problemCode: 'Mã lỗi:',
  version: 'Hồi Âm {version}',
} as const
