import type { CaseFile } from '../../case/case-file.ts'
import { readPresent } from '../../breach/minutes.ts'
import { clockKey } from '../../deadlines/extensions.ts'
import type { Deadline } from '../../deadlines/model.ts'
import { RULE } from '../../deadlines/rule-table.ts'
import { computeDeadline, ruleOn } from '../../deadlines/rules.ts'
import { CHECK_PHASES, wasLookedAt, type StateCheck } from '../../investigation/model.ts'
import { vietnamDate, vietnamTime, type Instant, type LocalDate } from '../../kernel/calendar.ts'
import { isEndingDecided } from '../../complaints/endings.ts'
import { isDivided } from '../../complaints/points.ts'
import { lowerFirst } from '../../kernel/text.ts'
import { toDoFor } from '../../rights/passed-on.ts'
import { clockTable } from '../../settings/clock-table.ts'
import { CAUSES } from '../../taxonomies/causes.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { SYSTEMS } from '../../taxonomies/systems.ts'
import { nameOf, type Language, type Term } from '../../taxonomies/term.ts'
import type { Variant } from '../kind-record.ts'
import { fulfilledBy, LETTER, LETTERS, type LetterKind } from '../kinds.ts'
import type { MergeField } from '../merge-fields.ts'
import { passedRights, type Particulars } from '../particulars.ts'
import { adviceAfterIncident, adviceFor } from './advice.ts'
import { nameIn } from '../english-names.ts'
import { FACT_WORDS } from './fact-formatting.ts'
import type { LetterFacts } from './facts.ts'
import { longDay } from './long-day.ts'
import { typedFor } from './masked-text.ts'
import { pointValues } from './point-values.ts'
import { honorificFor, recipientName, siteName } from './recipient.ts'
import { statedSteps } from './steps-in-letter.ts'
import { officerOf } from './officer.ts'
import { quoted, quotedClauses } from './quoted-clauses.ts'
import { reviewValues } from './review-values.ts'

/** Every merge field's text; empty for a fact not on record. */
export type FactValues = Readonly<Record<MergeField, string>>

/**
 * The facts as words in one language. Whatever a person told or typed has card, identity and telephone
 * numbers and e-mail addresses masked (domain notes on letters); the board's own contacts are not.
 */
export function mergeValues(
  facts: LetterFacts,
  plan: Readonly<{
    kind: LetterKind
    variant: Variant
    particulars: Particulars
    language: Language
  }>,
): FactValues {
  const { kind, particulars, language } = plan
  const honorific = honorificFor(plan, facts, language)
  return {
    ...receiptValues(kind, facts, language),
    ...notifiedValues(kind, facts, language),
    ...checkValues(facts, language),
    ...findingValues(kind, facts, language),
    ...boardValues(facts, language),
    ...particularValues(facts, particulars, language),
    ...violationValues(facts, language),
    ...minutesValues(facts, language),
    ...extensionValues(facts, particulars, language),
    ...reviewValues(facts, language),
    honorific,
    undecided: pointValues(facts, language).undecided(honorific),
    recipient: recipientName(plan, facts, language),
    letterTitle: '',
    letterNumber: '',
    letterDay: '',
  }
}

/** When the violation was found, and the record that confirms it, once it is issued and not replaced. */
function violationValues({ file, settings }: LetterFacts, language: Language) {
  const { breach, letters } = file
  const { passage } = typedFor({ settings })
  const record = letters.findLast(
    ({ id, kind, variant, state }) =>
      fulfilledBy({ kind, variant }).includes(RULE.breachRecord) &&
      state === 'issued' &&
      !letters.some(({ replacesId }) => replacesId === id),
  )
  return {
    detectedAt: breach === null ? '' : momentWords(breach.detectedAt, language),
    detectedHow: passage(breach?.detectedHow ?? ''),
    recordNumber:
      record?.number && record.issuedOn
        ? FACT_WORDS[language].numberOfDay(record.number, longDay(record.issuedOn, language))
        : '',
  }
}

/** When, where and by whom the record of a violation was drawn up, and what was decided of it (Article 23.1). */
function minutesValues({ file: { breach }, settings }: LetterFacts, language: Language) {
  const words = FACT_WORDS[language]
  const officer = officerOf(settings.notices)
  const { maskedText, passage, inSentence } = typedFor({ settings })
  const none = { minutesFrom: '', minutesTo: '', minutesPlace: '', minutesCopies: '', present: '' }
  if (breach === null) return { ...none, officer, harmOwed: '', harmReason: '' }
  const { minutesFrom: from, minutesTo: to, minutesPlace, minutesCopies, minutesPresent } = breach
  const sameDay = from !== null && to !== null && vietnamDate(from) === vietnamDate(to)
  return {
    officer,
    minutesFrom: from === null ? '' : momentWords(from, language),
    minutesTo:
      to === null ? '' : sameDay ? words.sameDay(vietnamTime(to)) : momentWords(to, language),
    minutesPlace: inSentence(minutesPlace),
    minutesCopies: minutesCopies === null ? '' : words.count(minutesCopies),
    present: listOf(
      readPresent(minutesPresent).map(({ name, capacity }) =>
        maskedText(words.present(name, capacity)),
      ),
    ),
    harmOwed: breach.harmNotice === 'undecided' ? '' : words.harmOwed[breach.harmNotice],
    harmReason: passage(breach.harmReason),
  }
}

/** Whether a duty still runs though its last day is over. */
export function isOver(
  { state, legalEnd }: Pick<Deadline, 'state' | 'legalEnd'>,
  today: LocalDate,
): boolean {
  return state === 'running' && today > legalEnd
}

/** Whether a duty runs and its last day is still to come, or is today. */
function isAhead(clock: Pick<Deadline, 'state' | 'legalEnd'>, today: LocalDate): boolean {
  return clock.state === 'running' && !isOver(clock, today)
}

/** The duty that takes longer, with the day it was due by its rule alone. */
function extensionValues(
  { file, settings }: LetterFacts,
  { clock: key }: Particulars,
  language: Language,
) {
  const clock = file.deadlines.find((each) => clockKey(each) === key)
  const table = clockTable(settings)
  const rule = clock === undefined ? null : ruleOn(clock.rule, clock.startsOn, table.rules)
  if (clock === undefined || rule === null) return { duty: '', clockEnd: '', clockBasis: '' }
  const { legalEnd } = computeDeadline(rule, clock.startsAt, table.calendarFrom(clock.startsOn), {
    viaProcessor: clock.viaProcessor,
  })
  return {
    duty: rule.name[language],
    clockEnd: longDay(legalEnd, language),
    clockBasis: cited(rule.basis[language]),
  }
}

/** A citation as it stands within a sentence: `khoản` and `điểm` are small there, `Điều`, `Luật` and `Nghị định` are not. */
function cited(citation: string): string {
  return citation.replace(/^(?:Khoản|Điểm)/u, (word) => word.toLowerCase())
}

/** "14 giờ 05 phút, ngày 22 tháng 11 năm 2026". */
export function momentWords(moment: Instant, language: Language): string {
  return FACT_WORDS[language].moment(vietnamTime(moment), longDay(vietnamDate(moment), language))
}

function receiptValues(kind: LetterKind, facts: LetterFacts, language: Language) {
  const { complaint, deadlines } = facts.file
  const words = FACT_WORDS[language]
  const promise = deadlines.find((deadline) => deadline.rule === RULE.policyAnswer)
  return {
    code: complaint.code,
    receivedOn: longDay(complaint.receivedOn, language),
    receivedAt: words.moment(
      vietnamTime(complaint.receivedAt),
      longDay(complaint.receivedOn, language),
    ),
    channel: words.channel[complaint.channel],
    readBack: words.readBack[complaint.channel],
    takenBy: facts.takenBy,
    site: siteName(facts),
    // No line promises a day that is over (the part of `late-answer.ts` says a new one), or a result nobody waits for any more.
    dueOn:
      promise === undefined || (!LETTERS[kind].answersComplaint && !isAhead(promise, facts.today))
        ? ''
        : longDay(promise.legalEnd, language),
  }
}

function notifiedValues(kind: LetterKind, facts: LetterFacts, language: Language) {
  const { passage, inSentence } = typedFor(facts)
  const { file } = facts
  const { complaint } = file
  return {
    subject: inSentence(complaint.subject),
    narrative: passage(complaint.narrative),
    wanted: passage(complaint.wanted),
    dataItems: named(affectedItems(kind, file), DATA_ITEMS, language),
    actingFor: inSentence(complaint.complainant.actingFor ?? ''),
  }
}

function checkValues({ file, firms, settings }: LetterFacts, language: Language) {
  const words = FACT_WORDS[language]
  const { passage, inSentence } = typedFor({ settings })
  const { stateChecks, engagements, complaint } = file
  const lookedAt = stateChecks.filter(wasLookedAt)
  const days = lookedAt.map((check) => vietnamDate(check.checkedAt)).toSorted()
  const [from] = days
  const to = days.at(-1)
  return {
    checkPeriod:
      from === undefined || to === undefined
        ? ''
        : words.period(longDay(from, language), longDay(to, language)),
    systems: named([...new Set(lookedAt.map(({ system }) => system))], SYSTEMS, language),
    checkItems: listOf(
      inPhaseOrder(stateChecks).map((check) => {
        const item = nameOf(DATA_ITEMS, check.dataItem, language)
        const system = lowerFirst(nameOf(SYSTEMS, check.system, language))
        const finding = words.finding[check.finding]
        return wasLookedAt(check)
          ? words.checkedItem({ item, system, phase: words.phase[check.phase], finding })
          : words.uncheckedItem({ item, system, finding, reason: inSentence(check.detail) })
      }),
    ),
    firmsUsed: engagements
      .map((engagement) =>
        words.firmUsed(
          firms.find((firm) => firm.id === engagement.firmId)?.name ?? '',
          longDay(engagement.startsOn, language),
        ),
      )
      .join('; '),
    stateConclusion: passage(complaint.stateConclusion ?? ''),
  }
}

/**
 * The data a letter speaks of: what was complained of; to those an incident touched, what the violation on record touched
 * (Decree 356/2025, Article 29.2.b), which may be more, or other data.
 */
export function affectedItems(
  kind: LetterKind,
  { complaint, breach }: Pick<CaseFile, 'complaint' | 'breach'>,
): readonly string[] {
  const touched =
    kind === LETTER.incidentNotice && breach !== null && breach.state !== 'ruled-out'
      ? breach.dataItems
      : []
  return touched.length > 0 ? touched : complaint.dataItems
}

/** When the complaint this one is the same as came in: its code is not for everybody who reads this case. */
function originalOf({ complaint, approvals }: CaseFile, language: Language): string {
  const request = approvals.find(({ id }) => id === complaint.endingId)?.request
  if (request?.kind !== 'end-complaint' || request.original === null) return ''
  return longDay(request.original.receivedOn, language)
}

/** Names of a taxonomy within a sentence. */
function named(codes: readonly string[], terms: readonly Term[], language: Language): string {
  return codes.map((code) => lowerFirst(nameOf(terms, code, language))).join('; ')
}

/** Lines of a list as letters print it: a semicolon after each, a stop after the last. */
function listOf(items: readonly string[]): string {
  return items.map((item, at) => `- ${item}${at === items.length - 1 ? '.' : ';'}`).join('\n')
}

/** As it was found first, then as it is after the remedy. */
function inPhaseOrder(checks: readonly StateCheck[]): readonly StateCheck[] {
  return CHECK_PHASES.flatMap((phase) => checks.filter((check) => check.phase === phase))
}

function findingValues(kind: LetterKind, facts: LetterFacts, language: Language) {
  const { file, today } = facts
  const { passage } = typedFor(facts)
  const words = FACT_WORDS[language]
  const { complaint, rootCause } = file
  const established = rootCause?.state === 'established' ? rootCause : null
  const steps = statedSteps(kind, file.steps)
  const points = pointValues(facts, language)
  const answersPoints = isDivided(complaint) && !isEndingDecided(complaint)
  return {
    // Answered point by point, each says why and by which passage itself, whatever phrase the board has.
    outcomeReason: answersPoints ? points.found : passage(complaint.outcomeReason ?? ''),
    pointsTold: points.told,
    advice: listOf(adviceFor(complaint.categories, complaint.outcome, language)),
    dataAdvice: listOf(adviceAfterIncident(affectedItems(kind, file), language)),
    originalOn: originalOf(file, language),
    clauses: quoted(answersPoints ? points.others : quotedClauses(file, language)),
    cause: passage(established?.statement ?? ''),
    causeCategory:
      established === null || established.category === null
        ? ''
        : nameOf(CAUSES, established.category, language),
    causeUndetermined:
      rootCause?.state === 'undetermined' ? passage(rootCause.undeterminedReason) : '',
    causesToo: established === null ? '' : named(established.contributing, CAUSES, language),
    causeSearchUntil: searchDay(rootCause, today, language),
    remedyCount: steps.length === 0 ? '' : words.count(steps.length),
    noRemedyReason: steps.length > 0 ? '' : passage(complaint.noRemedyReason ?? ''),
  }
}

/** Until when an undetermined cause is looked for; a day that is over is promised by no letter. */
function searchDay(cause: CaseFile['rootCause'], today: LocalDate, language: Language): string {
  if (cause?.state !== 'undetermined' || cause.searchUntil === null) return ''
  return cause.searchUntil < today ? '' : longDay(cause.searchUntil, language)
}

function boardValues({ settings: { organisation } }: LetterFacts, language: Language) {
  return {
    board: nameIn(organisation.boardName, language),
    company: organisation.legalName,
    website: organisation.website,
    phone: organisation.phone,
    email: organisation.email,
    address: organisation.address,
  }
}

function particularValues(facts: LetterFacts, particulars: Particulars, language: Language) {
  const { passage } = typedFor(facts)
  const engagement = facts.file.engagements.find(({ id }) => id === particulars.engagementId)
  const firm = facts.firms.find(({ id }) => id === engagement?.firmId)
  const day = (date: LocalDate | null): string => (date === null ? '' : longDay(date, language))
  return {
    asked: passage(particulars.asked),
    passedOn: listOf(
      facts.file.rights
        .filter(({ id }) => passedRights(particulars).includes(id))
        .map(({ kind }) => toDoFor(kind, language)),
    ),
    performed: passage(particulars.performed),
    reason: passage(particulars.reason),
    replyBy: day(particulars.replyBy),
    newEnd: day(particulars.newEnd),
    happenedOn: day(particulars.happenedOn),
    happened: passage(particulars.happened),
    consequence: passage(particulars.consequence),
    effect: passage(particulars.effect),
    lessons: passage(particulars.lessons),
    firm: firm?.name ?? '',
    contract: firm?.contractNumber ?? '',
    firmScope: passage(engagement?.scope ?? ''),
    engagedOn: engagement === undefined ? '' : longDay(engagement.startsOn, language),
  }
}
