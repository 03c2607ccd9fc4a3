/** What a complaint comes to: as a whole, and point by point where it was divided. */
export const casePointMessages = {
  outcome: {
    decide: 'Kết luận',
    none: 'Chưa kết luận khiếu nại đúng hay không.',
    open: 'Chưa kết luận',
    reasonHelp: 'Vì sao kết luận như vậy. Nội dung này đi vào thư trả lời.',
  },
  points: {
    divide: 'Chia thành nhiều điểm',
    none: 'Khiếu nại được trả lời như một điểm.',
    help: 'Ghi từng điểm theo thứ tự người khiếu nại nêu. Mỗi điểm có kết luận và lý do riêng; thư trả lời lần lượt từng điểm.',
    point: 'Điểm {n}',
    pointOf: 'Điểm {n}: {text}',
    clauses: 'Điều khoản của điểm {n}',
    add: 'Thêm điểm',
    moveUp: 'Đưa điểm {n} lên trước',
    remove: 'Bỏ điểm {n}',
    makeOne: 'Gộp lại thành một điểm',
    finding: 'Kết luận điểm này',
    reason: 'Lý do',
    open: 'Chưa kết luận',
  },
} as const
