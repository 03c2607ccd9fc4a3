/** Why something given to the program was not taken, by `why` of `Refused`. */
export const dropsMessages = {
  folder:
    '“{name}” là thư mục nên không nhận. Hãy mở thư mục rồi đưa vào từng tệp, hoặc nén thành một tệp ZIP.',
  empty:
    '“{name}” không có nội dung (0 byte) nên không nhận. Hãy kiểm tra tệp gốc rồi đưa vào lại.',
  'too-large': '“{name}” lớn hơn 50 MB nên không nhận. Hãy nén hoặc chia nhỏ tệp rồi đưa vào lại.',
  unreadable:
    '“{name}” không đọc được: tệp có thể đã bị chuyển đi, đang bị chương trình khác giữ, hoặc là thư mục. Hãy kiểm tra rồi đưa vào lại.',
  'too-many':
    'Mỗi lần chỉ nhận tối đa {most} tệp; vừa có {given} tệp nên chưa nhận tệp nào. Hãy đưa vào ít tệp hơn.',
  'not-a-file':
    'Ở đây chỉ nhận tệp. Chữ hoặc liên kết kéo vào không được lưu; hãy lưu thành tệp rồi đưa vào.',
} as const
