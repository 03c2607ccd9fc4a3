/** Files attached where they come in: at intake, in every room of a case, from the clipboard. */
export const attachingMessages = {
  add: 'Đính kèm chứng cứ',
  ways: 'kéo thả vào đây, hoặc dán ở bất cứ đâu trong hồ sơ; danh sách tệp ở phần Nguyên nhân.',
  done: 'Đã đính kèm {name}',
  lost: 'Chưa gửi được tệp {name}. Mở lại hồ sơ để đính kèm lại.',
  pasted: 'Ảnh dán',
  pasteTitle: 'Đính kèm vào {code}?',
  pasteText: 'Tệp đã đính kèm được lưu hẳn trong hồ sơ.',
  paste: 'Đính kèm',
  atIntake: 'Tệp người khiếu nại đưa',
  waysAtIntake: 'kéo thả vào đây, hoặc dán từ bộ nhớ tạm (tối đa 50 MB mỗi tệp)',
  theirs: 'Các tệp này do người khiếu nại đưa',
  waits: 'Tệp được gửi khi lưu khiếu nại; rời hoặc tải lại trang trước đó thì phải chọn lại.',
  remove: 'Bỏ tệp {name}',
} as const
