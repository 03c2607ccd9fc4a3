/** What happened, what was kept, what to do: one text for every code the core can answer with. */
export const errorsMessages = {
  INVALID_INPUT:
    'Chưa lưu được vì có chỗ nhập chưa đúng. Nội dung vẫn còn trên màn hình. Hãy sửa những chỗ được đánh dấu rồi lưu lại.',
  UNKNOWN_ROUTE:
    'Cửa sổ này và chương trình không cùng phiên bản nên chưa làm được việc này. Không có gì bị thay đổi. Hãy tải lại cửa sổ.',
  TOO_LARGE:
    'Nội dung gửi đi quá lớn nên chưa được nhận. Nội dung vẫn còn trên màn hình. Hãy rút ngắn hoặc gửi dưới dạng tệp đính kèm.',
  UNAUTHENTICATED:
    'Phiên làm việc đã kết thúc nên việc này chưa được thực hiện. Phần nhập dở đã được giữ lại. Hãy đăng nhập lại.',
  WRONG_CREDENTIALS:
    'Tên đăng nhập, mật khẩu hoặc khóa khôi phục không đúng. Chưa có gì thay đổi. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
  TOO_MANY_ATTEMPTS:
    'Đã nhập sai nhiều lần nên chương trình tạm dừng nhận để bảo vệ dữ liệu. Tài khoản không bị khóa. Hãy chờ một lát rồi nhập lại.',
  FORBIDDEN:
    'Vai trò của anh/chị không được làm việc này. Không có gì bị thay đổi. Nếu cần, hãy nhờ trưởng ban hoặc người có quyền.',
  OWN_PASSWORD_REQUIRED:
    'Anh/chị đang vào bằng mật khẩu dùng một lần. Không có gì bị thay đổi. Hãy tự đặt mật khẩu trước.',
  CODE_REQUIRED:
    'Mật khẩu đã đúng nhưng còn thiếu mã xác thực nên việc này chưa được thực hiện. Hãy nhập mã ở bước thứ hai của đăng nhập.',
  SECOND_STEP_REQUIRED:
    'Ban yêu cầu vai trò của anh/chị dùng xác thực hai bước. Không có gì bị thay đổi. Hãy thiết lập xác thực hai bước trước.',
  PROOF_REQUIRED:
    'Việc này chưa được thực hiện vì mật khẩu chưa được nhập lại. Không có gì bị thay đổi, phần đã nhập vẫn còn. Hãy bấm lại rồi nhập mật khẩu.',
  SECOND_PERSON_REQUIRED:
    'Việc này phải do một người khác quyết định. Không có gì bị thay đổi. Hãy nhờ một thành viên khác của ban.',
  NOT_FOUND:
    'Không tìm thấy nội dung này; có thể đã bị xóa hoặc đường dẫn không còn đúng. Dữ liệu khác không bị ảnh hưởng. Hãy quay lại danh sách.',
  CONFLICT:
    'Có người vừa sửa phần này trước anh/chị nên nội dung chưa được lưu. Phần anh/chị nhập vẫn còn trên màn hình. Hãy xem bản mới rồi lưu lại.',
  NOT_ALLOWED: 'Chưa làm được việc này vì hồ sơ chưa đủ điều kiện. Không có gì bị thay đổi.',
  ALREADY_EXISTS:
    'Đã có một mục như vậy nên không tạo thêm. Nội dung anh/chị nhập vẫn còn trên màn hình.',
  NOT_SET_UP: 'Chương trình chưa được thiết lập trên máy này. Hãy làm các bước thiết lập lần đầu.',
  ALREADY_SET_UP:
    'Chương trình đã được thiết lập rồi, dữ liệu vẫn nguyên vẹn. Hãy đăng nhập bằng tài khoản đã có.',
  FILE_EMPTY:
    'Tệp này không có nội dung (0 byte) nên không được lưu. Hãy kiểm tra tệp gốc rồi chọn lại.',
  FILE_TOO_LARGE:
    'Tệp vượt quá 50 MB nên không được lưu. Các tệp khác không bị ảnh hưởng. Hãy nén hoặc chia nhỏ tệp rồi gửi lại.',
  FILE_ALTERED:
    'Tệp trên ổ đĩa không còn khớp với mã băm đã ghi, nên chương trình không mở. Bản ghi về tệp vẫn được giữ. Hãy báo trưởng ban và lấy lại tệp từ bản sao lưu.',
  FILE_MISSING:
    'Không thấy tệp trên ổ đĩa: tệp đã bị xóa hoặc chuyển đi. Bản ghi và mã băm của tệp vẫn còn, việc này đã vào nhật ký. Hãy báo trưởng ban để lấy lại tệp từ bản sao lưu, hoặc tải lại đúng tệp đó nếu còn bản gốc.',
  FILE_REFUSED:
    'Chương trình không đọc tệp này để bảo vệ máy. Không có gì bị thay đổi; các việc khác vẫn làm bình thường.',
  DISK_FULL:
    'Ổ đĩa chứa dữ liệu đã đầy nên việc này chưa được lưu. Không có gì bị mất; nội dung anh/chị nhập vẫn còn trên màn hình. Vẫn xem, in và xuất được. Hãy xóa bớt tệp không cần nữa rồi bấm lưu lại.',
  READ_ONLY:
    'Chưa lưu được vì thư mục dữ liệu chỉ cho đọc. Nội dung anh/chị nhập vẫn còn trên màn hình. Hãy nhờ người quản trị máy cấp quyền ghi rồi lưu lại.',
  DATA_FOLDER_UNFIT:
    'Thư mục dữ liệu nằm ở chỗ không an toàn cho cơ sở dữ liệu. Chưa có gì được ghi vào đó. Hãy chọn thư mục trên ổ đĩa của chính máy này rồi mở lại chương trình.',
  ALREADY_OPEN:
    'Dữ liệu này đang được một cửa sổ Hồi Âm khác sử dụng. Dữ liệu vẫn an toàn. Hãy dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.',
  KEY_FILE_DAMAGED:
    'Tệp khóa bị hỏng, cả bản dự phòng, nên chưa mở được dữ liệu. Cơ sở dữ liệu và chứng cứ vẫn còn nguyên dưới dạng mã hóa. Hãy khôi phục tệp keys.json từ bản sao lưu rồi mở lại chương trình.',
  DATABASE_DAMAGED:
    'Cơ sở dữ liệu bị hỏng hoặc không mở được bằng khóa này. Chương trình không ghi thêm gì vào đó. Hãy giữ nguyên thư mục dữ liệu và khôi phục từ bản sao lưu gần nhất.',
  COPY_CUT_SHORT:
    'Bản sao lưu chưa làm xong vì chương trình phải đóng sớm. Dữ liệu vẫn nguyên vẹn. Hãy bấm “Sao lưu ngay”, hoặc lần sau để chương trình sao xong rồi mới tắt máy.',
  DATABASE_UNAVAILABLE:
    'Chưa kết nối được với cơ sở dữ liệu nên nội dung chưa được lưu. Phần anh/chị nhập vẫn còn trên màn hình. Hãy chờ một lát rồi thử lại; nếu vẫn vậy, báo người quản trị máy chủ.',
  DATABASE_TOO_NEW:
    'Dữ liệu này được tạo bởi phiên bản Hồi Âm mới hơn. Dữ liệu không bị thay đổi. Hãy cài phiên bản mới rồi mở lại.',
  MIGRATION_FAILED:
    'Chưa nâng cấp được cơ sở dữ liệu. Dữ liệu cũ vẫn nguyên vẹn và đã có bản chụp trước khi nâng cấp. Hãy mở lại chương trình; nếu vẫn lỗi, dùng lại phiên bản trước và báo bộ phận kỹ thuật.',
  TYPESETTING_FAILED:
    'Chưa dàn trang được thư này. Nội dung thư vẫn được lưu. Hãy thử lại; nếu vẫn lỗi, kiểm tra những ký tự lạ trong nội dung.',
  NO_PRINTER:
    'Máy này chưa có máy in nào nên chưa in được. Không có gì bị thay đổi. Hãy nối hoặc cài máy in trong phần cài đặt của máy, hoặc lưu thư thành tệp PDF rồi in ở máy khác.',
  UPDATE_REFUSED:
    'Bản cập nhật bị từ chối. Không có gì được cài; bản đang dùng và dữ liệu vẫn nguyên vẹn.',
  UPDATE_FAILED:
    'Chưa cập nhật được. Không có gì được cài; bản đang dùng và dữ liệu vẫn nguyên vẹn.',
  CANCELLED: 'Đã dừng theo yêu cầu. Không có gì bị thay đổi.',
  CLOCK_DOUBTFUL:
    'Chưa đăng nhập và chưa ghi gì, vì đồng hồ của máy không khớp với nhật ký. Hãy chỉnh ngày giờ của máy cho đúng rồi đăng nhập lại.',
  CORE_RESTARTED:
    'Phần xử lý của chương trình vừa khởi động lại nên việc này có thể chưa được lưu. Phần anh/chị nhập vẫn còn trên màn hình. Hãy kiểm tra rồi thử lại.',
  NOT_READ: 'Chưa đọc được dữ liệu vì chương trình chưa trả lời. Hãy thử lại sau giây lát.',
  DONE_BEFORE:
    'Phần này đã được lưu ở lần gửi trước. Những gì sửa sau lần gửi đó chưa được lưu: hãy mở mục vừa lưu để sửa tiếp.',
  INTERNAL:
    'Có lỗi ngoài dự kiến nên việc này chưa được thực hiện. Nội dung anh/chị nhập vẫn còn trên màn hình. Hãy thử lại; nếu vẫn lỗi, báo bộ phận kỹ thuật.',
  correlation: 'Mã lỗi để tra cứu: {id}.',
} as const
