import type { Language } from '../taxonomies/term.ts'

/** The fixed words of the page, in the letter's own language (Decree 30/2020, Appendix I). */
export type LetterWords = Readonly<{
  country: string
  motto: string
  numberLabel: string
  recipientLabel: string
  copiesLabel: string
  draftMark: string
  addressLabel: string
  phoneLabel: string
  emailLabel: string
  websiteLabel: string
  taxCodeLabel: string
  checkLabel: string
  auditLabel: string
}>

export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = {
  vi: {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    numberLabel: 'Số:',
    recipientLabel: 'Kính gửi:',
    copiesLabel: 'Nơi nhận:',
    draftMark: 'DỰ THẢO',
    addressLabel: 'Địa chỉ:',
    phoneLabel: 'Điện thoại:',
    emailLabel: 'Thư điện tử:',
    websiteLabel: 'Website:',
    taxCodeLabel: 'Mã số thuế:',
    checkLabel: 'Mã đối chiếu:',
    auditLabel: 'Nhật ký:',
  },
  en: {
    country: 'SOCIALIST REPUBLIC OF VIETNAM',
    motto: 'Independence - Freedom - Happiness',
    numberLabel: 'No.:',
    recipientLabel: 'To:',
    copiesLabel: 'Distribution:',
    draftMark: 'DRAFT',
    addressLabel: 'Address:',
    phoneLabel: 'Telephone:',
    emailLabel: 'E-mail:',
    websiteLabel: 'Website:',
    taxCodeLabel: 'Tax code:',
    checkLabel: 'Check code:',
    auditLabel: 'Audit log:',
  },
}
