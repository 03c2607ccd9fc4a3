export const letterVerifyMessages = {
  title: 'Đối chiếu thư',
  subtitle: 'Thư này có phải của Ban quản trị, và còn nguyên vẹn không?',
  back: 'Về danh sách thư',
  file: 'Tệp PDF',
  drop: 'Thả một hay nhiều tệp PDF vào trang này, hoặc chọn tệp. Tệp chỉ dùng để đối chiếu, không được lưu lại.',
  dropHere: 'Thả tệp để đối chiếu',
  choose: 'Chọn tệp',
  results: 'Kết quả đối chiếu tệp',
  checking: 'Đang đối chiếu {name}',
  waiting: 'Đang chờ',
  checked: 'Đã đối chiếu {done}/{total} tệp.',
  clear: 'Xóa danh sách',
  paper: 'Bản giấy',
  paperText: 'Nhập số thư in ở đầu thư, hoặc mã đối chiếu in ở cuối trang đầu.',
  code: 'Số thư hoặc mã đối chiếu',
  codeHelp: 'Ví dụ 01/TB-BQT, hoặc mã 12 ký tự như 1a2b 3c4d 5e6f.',
  find: 'Tìm thư',
  nothing: 'Không có thư nào mang số hoặc mã “{code}”',
  nothingText:
    'Hãy xem lại từng ký tự. Nếu đã đúng thì Ban quản trị chưa từng phát hành thư này; hãy giữ lại bản giấy và báo trưởng ban.',
  several: 'Có {n} thư mang số này, mỗi năm một thư. Hãy đối chiếu ngày phát hành.',
  kind: 'Loại thư',
  number: 'Số thư',
  issuedOn: 'Phát hành',
  complaint: 'Khiếu nại',
  length: 'Số trang',
  pages: '{n} trang',
  original: 'Mở bản gốc',
  replacedBy: 'Thư này đã được thay thế bởi thư số {number}.',
  result: {
    genuine: 'Đúng là thư của Ban quản trị, còn nguyên vẹn',
    known: 'Ban quản trị có phát hành thư này',
    altered: 'Tệp này không còn như khi phát hành',
    lost: 'Đúng là thư của Ban quản trị, nhưng hồ sơ của thư đã mất',
    'lost-altered': 'Tệp này không còn như khi phát hành, và hồ sơ của thư đã mất',
    'known-lost': 'Ban quản trị có phát hành thư này, nhưng hồ sơ của thư đã mất',
    draft: 'Đây là bản nháp, chưa từng phát hành',
    unknown: 'Tệp này không phải thư của Ban quản trị',
    'not-pdf': 'Tệp này không phải PDF',
  },
  meaning: {
    genuine: 'Tệp trùng từng byte với bản đã phát hành.',
    known: 'Hãy mở bản gốc và so từng câu với bản giấy.',
    altered:
      'Tệp tự ghi là thư dưới đây, nhưng nội dung đã bị sửa hoặc đã được một phần mềm khác lưu lại. Chỉ tin bản gốc trong hồ sơ. Nếu nghi có người sửa, hãy giữ tệp này lại và báo trưởng ban.',
    lost: 'Tệp trùng từng byte với bản đã phát hành. Bản lưu trong hồ sơ đã mất: hãy giữ lại tệp này và báo trưởng ban.',
    'lost-altered':
      'Tệp tự ghi là thư dưới đây, nhưng không trùng với bản đã phát hành, và bản gốc trong hồ sơ đã mất. Hãy xin lại bản gốc từ người nhận và báo trưởng ban.',
    'known-lost':
      'Số thư hoặc mã đối chiếu có trong sổ số đã cấp. Bản gốc đã mất nên không so từng câu được; hãy xin tệp PDF từ người nhận để đối chiếu.',
    draft: 'Bản nháp không có giá trị trả lời. Hãy hỏi người gửi đã nhận tệp từ đâu.',
    unknown:
      'Tệp không trùng với thư nào của Ban quản trị và không mang dấu hiệu của thư nào. Bản in được quét lại cũng cho kết quả này: khi đó hãy đối chiếu theo số thư.',
    'not-pdf': 'Thư của Ban quản trị luôn là tệp PDF. Hãy chọn đúng tệp PDF đã nhận.',
  },
  journal: {
    behind:
      'Thư được phát hành khi nhật ký đã dài hơn nhật ký hiện nay: phần cuối của nhật ký đã mất. Hãy báo trưởng ban.',
    other:
      'Ở chỗ thư được phát hành, nhật ký hiện nay có một sự kiện khác: nhật ký đã bị viết lại. Hãy báo trưởng ban.',
  },
  claimed: {
    agrees:
      'Tệp tự ghi được phát hành ở một sự kiện có thật trong nhật ký. Có thể đây là thư của Ban quản trị mà hồ sơ không còn; hãy báo trưởng ban.',
    behind:
      'Tệp tự ghi được phát hành ở một sự kiện mà nhật ký chưa có. Đó có thể là tệp giả, cũng có thể cơ sở dữ liệu đã bị thay bằng bản cũ; hãy báo trưởng ban.',
  },
  lostAt: 'Phát hiện mất',
  problem: {
    empty: 'Tệp không có nội dung (0 byte) nên không có gì để đối chiếu.',
    'too-large': 'Tệp lớn hơn {megabytes} MB nên không phải thư của Ban quản trị.',
    unreadable: 'Không đọc được tệp này. Có thể đó là thư mục, hoặc tệp đã bị chuyển đi.',
  },
} as const
