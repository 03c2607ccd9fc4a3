import type { Language } from '../taxonomies/term.ts'

/** What boards, offices and titles are usually called in English, by their Vietnamese names in small letters. */
const ENGLISH: Readonly<Record<string, string>> = {
  'ban quản trị website': 'Website Management Board',
  'ban quản trị': 'Management Board',
  'trưởng ban': 'Head of the Board',
  'phó trưởng ban': 'Deputy Head of the Board',
  'ủy viên': 'Member of the Board',
  'thành viên': 'Member of the Board',
  'tổng giám đốc': 'General Director',
  'phó tổng giám đốc': 'Deputy General Director',
  'giám đốc': 'Director',
  'phó giám đốc': 'Deputy Director',
  'chủ tịch hội đồng quản trị': 'Chair of the Board of Directors',
  'chủ tịch': 'Chair',
  'người đại diện theo pháp luật': 'Legal Representative',
  'tổ chức, doanh nghiệp': 'Organisation',
}

/** `TM.` (for the collective), `KT.` (for the head), `TUQ.` and `TL.` (by authority of): all of them sign for another. */
const SIGNS_FOR = /^(?:TM|KT|TUQ|TL)\.\s*/iu

/** The name of a board in a letter's language: as the board gives it where no English name is usual. */
export function nameIn(name: string, language: Language): string {
  return (language === 'en' && ENGLISH[keyOf(name)]) || name
}

/** A line over a signature in a letter's language, in capitals in English; as it was typed where it has no usual one. */
export function signatureIn(line: string, language: Language): string {
  if (language === 'vi') return line
  const english = ENGLISH[keyOf(line.replace(SIGNS_FOR, ''))]
  if (english === undefined) return line
  return `${SIGNS_FOR.test(line) ? 'For the ' : ''}${english}`.toUpperCase()
}

function keyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('vi')
}
