import { clockKey } from '../../deadlines/extensions.ts'
import { vietnamDate, type LocalDate } from '../../kernel/calendar.ts'
import { lowerFirst } from '../../kernel/text.ts'
import type { RightRequest } from '../../rights/model.ts'
import { standing } from '../../rights/passed-on.ts'
import { clocksOfRight, standingRights } from '../../rights/rules.ts'
import { doneWords, nameOfRight, procedureOf } from '../../rights/words.ts'
import type { Language } from '../../taxonomies/term.ts'
import type { Block, DocumentPart } from '../document.ts'
import { LETTERS, PART_PERFORMANCE as PARTIAL } from '../kinds.ts'
import { refusedRights } from '../particulars.ts'
import { refusesRight } from '../rules.ts'
import { nameIn } from '../english-names.ts'
import { FACT_WORDS } from './fact-formatting.ts'
import type { LetterFacts } from './facts.ts'
import type { LetterPlan } from './letter-content.ts'
import { longDay } from './long-day.ts'
import { honorificFor } from './recipient.ts'
import { RIGHTS_WORDS } from './rights-part-words.ts'

/** Its key among the parts of a letter; no author and no house phrase has a part of this name. */
export const RIGHTS_PART = 'data-rights'

/** A right as a letter names it on a day. */
export type NamedRight = Readonly<{
  right: RightRequest
  /** The end of its own duty; null where no rule was in force on the day it was asked for. */
  due: LocalDate | null
  /** Its duty was not, or will not be, done by then. */
  late: boolean
  /** The day it is promised for: the end of its duty, or a new one when that is over. Null when there is none, or no need. */
  promised: LocalDate | null
  /** This very letter refuses it, in whole or in part. */
  refusedHere: boolean
}>

/**
 * Every right a letter about a case names, with the day it promises for each: never later than the end of the very duty it is
 * promised for, which an extension told in this letter moves, and never one that is over. The answer names what was dropped too:
 * one person put that on record, and whoever asked can say that it is not so.
 */
export function namedRights(
  { file, today }: Pick<LetterFacts, 'file' | 'today'>,
  { kind, particulars }: Pick<LetterPlan, 'kind' | 'particulars'>,
): readonly NamedRight[] {
  const rights = LETTERS[kind].answersComplaint ? file.rights : standingRights(file.rights)
  return rights.map((right) => {
    if (right.state === 'dropped') {
      return { right, refusedHere: false, due: null, late: false, promised: null }
    }
    const { execution } = clocksOfRight(right, file.deadlines)
    const refusedHere =
      (right.state === 'open' || right.state === 'refused') &&
      refusedRights(particulars).includes(right.id)
    const named = { right, refusedHere }
    if (execution === undefined) return { ...named, due: null, late: false, promised: null }
    const { legalEnd } = execution
    const late = (right.settledOn ?? today) > legalEnd
    const told = particulars.clock === clockKey(execution) ? particulars.newEnd : null
    const due = !late && told !== null ? told : legalEnd
    const anew = right.promisedOn !== null && right.promisedOn >= today ? right.promisedOn : null
    if (right.state !== 'open' || refusedHere) return { ...named, due, late, promised: null }
    return { ...named, due, late, promised: late ? anew : due }
  })
}

/**
 * The parts of a letter with the one that names each right asked for in its place. It is composed from the facts and stands in
 * no text an author or the board may change, so it is in every such letter and says what is on record (Decree 356/2025,
 * Article 5: procedure, who handles it, the day of the result).
 */
export function withRightsPart(
  plan: LetterPlan,
  facts: LetterFacts,
  parts: readonly DocumentPart[],
): readonly DocumentPart[] {
  const before = LETTERS[plan.kind].rightsBefore
  const named = before === null ? [] : namedRights(facts, plan)
  // Nobody has a part of its name; what was stored under it would pass for it.
  const others = parts.filter(({ key }) => key !== RIGHTS_PART)
  if (named.length === 0) return others
  const at = others.findIndex(({ key }) => key === before)
  return others.toSpliced(at === -1 ? others.length : at, 0, rightsPart(plan, facts, named))
}

function rightsPart(
  plan: LetterPlan,
  facts: LetterFacts,
  named: readonly NamedRight[],
): DocumentPart {
  const { language, kind } = plan
  const { form } = LETTERS[kind]
  const words = RIGHTS_WORDS[language]
  const asker = form === 'sheet' ? words.caller : honorificFor(plan, facts, language)
  const { boardName, legalName, phone, email } = facts.settings.organisation
  const late = named.filter((each) => each.late).map(({ right }) => shortName(right, language))
  const table: Block = {
    type: 'table',
    columns: [
      { heading: words.columns.request, width: 5 },
      { heading: words.columns.procedure, width: 9 },
      { heading: words.columns.day, width: 6 },
    ],
    rows: named.map((each) => [
      words.request(
        nameOfRight(each.right.kind, language),
        longDay(vietnamDate(each.right.askedAt), language),
      ),
      procedureOf(each.right, language),
      joined(standingOf(each, plan, facts), passingOf(each.right, language)),
    ]),
  }
  const paragraph = (text: string): Block => ({ type: 'paragraph', text })
  return {
    key: RIGHTS_PART,
    // A công văn has no headings.
    heading: form === 'official' ? null : words.heading,
    blocks: [
      paragraph(words.received(named.length, asker)),
      table,
      paragraph(
        words.handler({ board: nameIn(boardName, language), company: legalName, phone, email }),
      ),
      ...(late.length === 0 ? [] : [paragraph(words.late(late.join('; '), asker))]),
    ],
  }
}

/** To how many a right was passed on, the first day, and how many of them confirmed; empty where it was to nobody. */
function passingOf(right: RightRequest, language: Language): string {
  const told = standing(right)
  const [first] = told.map(({ toldOn }) => toldOn).toSorted()
  if (first === undefined) return ''
  const words = RIGHTS_WORDS[language]
  const { count } = FACT_WORDS[language]
  const confirmed = told.filter(({ confirmedOn }) => confirmedOn !== null).length
  const passed = words.passedOn(count(told.length), longDay(first, language))
  return confirmed === 0 ? passed : `${passed}; ${words.confirmed(count(confirmed))}`
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('; ')
}

/** What became of a right, or by which day it will be carried out. */
function standingOf(
  { right, due, late, promised, refusedHere }: NamedRight,
  { language, variant }: LetterPlan,
  facts: LetterFacts,
): string {
  const words = RIGHTS_WORDS[language]
  const short = (day: LocalDate | null): string => (day === null ? '' : longDay(day, language))
  if (refusedHere) return words.refusedHere[variant === PARTIAL ? 'partly' : 'wholly']
  switch (right.state) {
    case 'done': {
      const done = words.done(doneWords(right.kind, language), short(right.settledOn))
      return late ? words.doneLate(done, short(due)) : done
    }
    case 'refused':
      return refusalOf(right, facts, language)
    case 'dropped':
      return words.dropped
    default:
      if (late) return words.overdue(short(due), short(promised))
      return due === null ? '' : words.due(short(due))
  }
}

/** Where the refusal of a right and its reasons are told: the newest letter that refuses it. */
function refusalOf(right: RightRequest, { file }: LetterFacts, language: Language): string {
  const words = RIGHTS_WORDS[language]
  const told = file.letters.findLast(
    (letter) => letter.state === 'issued' && refusesRight(letter, right),
  )
  if (told === undefined || told.number === null || told.issuedOn === null) return words.refused
  const how = told.variant === PARTIAL ? 'partly' : 'wholly'
  return words.refusedBy[how](told.number, longDay(told.issuedOn, language))
}

function shortName({ kind }: RightRequest, language: Language): string {
  return lowerFirst(nameOfRight(kind, language))
}
