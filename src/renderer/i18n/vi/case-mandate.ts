/** By which paper somebody may act for somebody else, and who speaks for a child. */
export const caseMandateMessages = {
  mandate: {
    title: 'Tư cách đại diện',
    none: 'Chưa ghi nhận giấy tờ ủy quyền. Thư về kết quả gửi cho chủ thể dữ liệu; yêu cầu về quyền được tiếp nhận nhưng chưa thực hiện.',
    seen: '{paper}; {name} xem ngày {day}.',
    guardian: 'Người giám hộ của trẻ em.',
    record: 'Ghi nhận giấy tờ',
    takeBack: 'Rút lại',
    toSubject:
      'Người khiếu nại thay mặt {name} nhưng chưa ghi nhận giấy tờ ủy quyền: thư này gửi cho chủ thể dữ liệu. Hãy ghi nhận giấy tờ trong hồ sơ, hoặc kiểm tra tên và địa chỉ người nhận.',
    child:
      'Hồ sơ có trẻ em: quyền chỉ được thực hiện theo yêu cầu của cha, mẹ hoặc người giám hộ đã xuất trình giấy tờ. Nếu người khiếu nại là cha, mẹ hoặc người giám hộ, hãy ghi rõ họ khiếu nại thay cho ai.',
    childAlone:
      'Hồ sơ có trẻ em nhưng chưa ghi nhận cha, mẹ hoặc người giám hộ: hãy kiểm tra người nhận thư này.',
  },
} as const
