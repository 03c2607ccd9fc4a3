import { BETWEEN_DIGITS, plainDigits } from './digit-groups.ts'

/** Letters as people write them: with any mark of Vietnamese, composed or not, or without. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'aàáảãạăằắẳẵặâầấẩẫậ',
  d: 'dđ',
  e: 'eèéẻẽẹêềếểễệ',
  i: 'iìíỉĩị',
  o: 'oòóỏõọôồốổỗộơờớởỡợ',
  u: 'uùúủũụưừứửữự',
  y: 'yỳýỷỹỵ',
}

/** Words, given without marks, as a group of a regular expression that finds them in any spelling. */
function spelt(words: readonly string[]): string {
  const each = words.map((word) =>
    [...word]
      .map((sign) => {
        if (sign === ' ') return String.raw`[\s_-]*`
        const letters = LETTERS[sign]
        return letters === undefined ? sign : String.raw`[${letters}]\p{M}*`
      })
      .join(''),
  )
  return `(?:${each.join('|')})`
}

const ACCOUNT_WORDS = spelt([
  ...['so tai khoan', 'so tk', 'stk', 'tk ngan hang', 'tk nh', 'tai khoan ngan hang'],
  ...['tai khoan', 'bank account', 'account number', 'account no', 'acct no', 'acct', 'iban'],
  ...['account', 'a/c', 'acc no', 'tk'],
])

/** The banks people name most; the others are called a bank beside their name. */
const BANK_WORDS = spelt([
  ...[
    'vietcombank',
    'vcb',
    'techcombank',
    'tcb',
    'vietinbank',
    'bidv',
    'agribank',
    'mb bank',
    'mb',
  ],
  ...['acb', 'vpbank', 'tpbank', 'sacombank', 'hdbank', 'shb', 'vib', 'ocb', 'msb', 'seabank'],
  ...['eximbank', 'lpbank', 'lienvietpostbank', 'nam a bank', 'bac a bank', 'abbank', 'pvcombank'],
  ...['scb', 'vietbank', 'kienlongbank', 'dong a bank', 'saigonbank', 'baovietbank', 'vietabank'],
  ...['cimb', 'hsbc', 'standard chartered', 'shinhan', 'shinhan bank', 'woori', 'uob', 'citibank'],
  ...['cake', 'timo', 'ngan hang', 'nh', 'bank'],
])

const START = String.raw`(?<![\p{L}\p{M}])`
const END = String.raw`(?![\p{L}\p{M}])`

/** What says that a number after it is an account's, and after how many digits it is believed. */
const CUES = [
  { cue: new RegExp(`${START}${ACCOUNT_WORDS}${END}`, 'giu'), atLeast: 6 },
  { cue: new RegExp(`${START}${BANK_WORDS}${END}`, 'giu'), atLeast: 8 },
] as const

/** What may stand between such a word and the number: neither the end of a sentence nor another number. */
const BETWEEN = /[.:]?[^\d*.!?;…]{0,40}/uy

/** In between, what names another number: that of an order, a paper, a day, a member, a telephone. */
const OTHER = new RegExp(
  `${START}${spelt([
    ...[
      'ma',
      'don',
      'ngay',
      'luc',
      'hoi',
      'tu',
      'den',
      'voucher',
      'phieu',
      'hoa don',
      'thanh vien',
    ],
    ...['dang nhap', 'nguoi dung', 'ho so', 'van ban', 'cong van', 'khieu nai', 'hotline'],
    ...['tong dai', 'mst', 'order', 'code', 'member', 'user', 'date', 'cong ty'],
  ])}${END}`,
  'iu',
)

/** In between, what tells of money. */
const MONEY_WORD = new RegExp(
  `${START}${spelt([
    ...['tru', 'chuyen', 'nhan', 'nap', 'rut', 'tien', 'hoan', 'mat', 'tra', 'phi', 'du', 'gui'],
    ...['paid', 'charged', 'refund', 'amount'],
  ])}${END}`,
  'iu',
)

const CURRENCY = String.raw`[ \u00A0]?(?:đồng|dong|vnd|vnđ|triệu|tỷ|nghìn|usd|đ(?!\p{L})|₫|%)`
const DAY = String.raw`\d{1,2}[ ]?[.\-/][ ]?\d{1,2}[ ]?[.\-/][ ]?(?:19|20)\d{2}(?![.\-/]?\d)`
const ISO_DAY = String.raw`(?:19|20)\d{2}[.\-/]\d{2}[.\-/]\d{2}(?![.\-/]?\d)`
const TIME = String.raw`\d{1,2}(?::\d{2}|[ ]?(?:giờ|h\d{0,2}(?!\p{L})))`
const AMOUNT = String.raw`\d{1,3}(?:[.,\s]\d{3})*${CURRENCY}|\d+${CURRENCY}`
/** A number of a paper, or the code of a complaint after its letters: 12/2026/KN-TL. */
const PAPER = String.raw`\d{1,6}\/(?:(?:19|20)\d{2}\/)?\p{L}`

/** What is no part of an account's number, though digits: it ends where such begins. */
const NO_ACCOUNT = `(?!${DAY}|${ISO_DAY}|${TIME}|${AMOUNT}|${PAPER})`

const GAP = `[${BETWEEN_DIGITS}]{1,3}`

/** The digits of an account, at least so many. */
function digits(atLeast: number): string {
  return String.raw`${NO_ACCOUNT}\d(?:(?:${GAP}${NO_ACCOUNT})?\d){${String(atLeast - 1)},23}(?!\d)`
}

const RUN = new RegExp(digits(6), 'iuy')

/** Between two accounts of one list. */
const AND = new RegExp(
  String.raw`\s*(?:[,;&]|${spelt(['hoac', 'va', 'hay', 'or', 'and'])}${END})\s*`,
  'iuy',
)

/** A number and after it the bank: "0071000123456 (Vietcombank)". */
const BEFORE_BANK = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}*]|[\p{N}*][${BETWEEN_DIGITS}]{1,3}|\p{L}-)`,
    digits(8),
    String.raw`(?=[\s(,:–-]{1,3}(?:${spelt(['tai', 'o', 'cua', 'at'])}\s+)?${BANK_WORDS}${END})`,
  ].join(''),
  'giu',
)

/** An amount that nobody wrote a currency behind, or a service number. */
const GROUPED = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/u
const SERVICE = /^1[89]00/u

type Place = Readonly<{ from: number; to: number }>

/**
 * Hides the numbers of bank accounts in free text but for their last three digits, where the words beside them say what they
 * are: "số tài khoản", "STK", "account no.", the name of a bank, spelt with marks or without. Grouping stays as typed. Days,
 * amounts and codes beside such words stay readable. Masking twice changes nothing more.
 */
export function maskAccounts(text: string): string {
  const plain = plainDigits(text)
  const hidden = new Set<number>()
  const hide = ({ from, to }: Place): void => {
    const places = [...plain.slice(from, to).matchAll(/\d/gu)].map(({ index }) => from + index)
    for (const at of places.slice(0, -3)) hidden.add(at)
  }
  for (const { cue, atLeast } of CUES) {
    for (const { index, 0: word } of plain.matchAll(cue)) {
      accountsAfter(plain, index + word.length, atLeast).forEach(hide)
    }
  }
  for (const { index, 0: run } of plain.matchAll(BEFORE_BANK)) {
    if (!SERVICE.test(run) && !GROUPED.test(run)) hide({ from: index, to: index + run.length })
  }
  return hidden.size === 0
    ? plain
    : plain.replace(/\d/gu, (digit, at: number) => (hidden.has(at) ? '*' : digit))
}

/** Where the accounts stand that such a word, which ends at `start`, announces. */
function accountsAfter(text: string, start: number, atLeast: number): readonly Place[] {
  const between = matchFrom(BETWEEN, text, start)
  if (OTHER.test(between)) return []
  const found: Place[] = []
  for (let at = start + between.length; ;) {
    const run = matchFrom(RUN, text, at)
    if (run.replace(/\D/gu, '').length < atLeast || SERVICE.test(run)) return found
    if (GROUPED.test(run) && MONEY_WORD.test(between)) return found
    found.push({ from: at, to: at + run.length })
    at += run.length
    const and = matchFrom(AND, text, at)
    if (and === '') return found
    at += and.length
  }
}

/** What a sticky expression finds at a place; nothing is an empty text. */
function matchFrom(pattern: RegExp, text: string, at: number): string {
  const sticky = new RegExp(pattern)
  sticky.lastIndex = at
  return sticky.exec(text)?.[0] ?? ''
}
