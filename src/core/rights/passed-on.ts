import type { Language } from '../taxonomies/term.ts'
import type { PassedOn, Right, RightRequest } from './model.ts'

/** To whom a right stands as passed on. */
export function standing({ passedOn }: Pick<RightRequest, 'passedOn'>): readonly PassedOn[] {
  return passedOn.filter(({ struckReason }) => struckReason === null)
}

/** Of these, whose confirmation is still awaited. */
export function unconfirmed(right: Pick<RightRequest, 'passedOn'>): readonly PassedOn[] {
  return standing(right).filter(({ confirmedOn }) => confirmedOn === null)
}

/** A passed-on right as lists and registers have it: a row for each of those told. */
export type PassedOnRow = PassedOn &
  Readonly<{
    rightId: string
    complaintId: string
    complaintCode: string
    kind: Right
    viaProcessor: boolean
  }>

/** What the one told is to do for a right, as the letter to them says it. */
const TO_DO: Readonly<Record<Right, Readonly<Record<Language, string>>>> = {
  withdraw: {
    vi: 'Rút lại sự đồng ý: ngừng xử lý dữ liệu cá nhân dựa trên sự đồng ý đã rút',
    en: 'Withdrawal of consent: stop processing that rests on the consent withdrawn',
  },
  restrict: {
    vi: 'Hạn chế xử lý dữ liệu: chỉ lưu giữ, không sử dụng và không cung cấp cho bên khác',
    en: 'Restriction: only keep the data, neither use it nor pass it to anybody',
  },
  object: {
    vi: 'Phản đối xử lý dữ liệu: ngừng việc xử lý bị phản đối',
    en: 'Objection: stop the processing objected to',
  },
  view: {
    vi: 'Xem dữ liệu: cung cấp cho Ban quản trị dữ liệu đang lưu giữ để chuyển cho chủ thể dữ liệu xem',
    en: 'Viewing: give the board the data held, to be shown to the data subject',
  },
  correct: {
    vi: 'Chỉnh sửa dữ liệu: sửa lại dữ liệu theo nội dung nêu dưới đây',
    en: 'Correction: correct the data as set out below',
  },
  copy: {
    vi: 'Cung cấp dữ liệu: cung cấp cho Ban quản trị bản sao dữ liệu đang lưu giữ',
    en: 'Copy: give the board a copy of the data held',
  },
  delete: {
    vi: 'Xóa dữ liệu: xóa, hủy dữ liệu cá nhân, kể cả các bản sao',
    en: 'Deletion: delete the data and all copies of it',
  },
  protect: {
    vi: 'Áp dụng biện pháp bảo vệ: áp dụng biện pháp bảo vệ đối với dữ liệu nêu dưới đây',
    en: 'Protection: protect the data set out below',
  },
}

export function toDoFor(kind: Right, language: Language): string {
  return TO_DO[kind][language]
}
