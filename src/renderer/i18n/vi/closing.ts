export const closingMessages = {
  title: 'Đang sao lưu dữ liệu…',
  text: 'Chương trình đã đóng bảng dữ liệu và đang làm bản sao lưu của hôm nay. Sao lưu xong, chương trình tự đóng.',
  copying: 'Đã sao {percent} %',
  checking: 'Đã sao lưu xong, đang kiểm tra bản sao',
  leave: 'Thoát, không sao lưu',
  leaveText: 'Nếu thoát ngay thì hôm nay chưa có bản sao lưu; dữ liệu không bị ảnh hưởng.',
  leaving: 'Đang thoát…',
  leavingText:
    'Bản sao lưu chưa làm xong được bỏ đi; dữ liệu không bị ảnh hưởng. Chương trình tự đóng trong giây lát.',
} as const
