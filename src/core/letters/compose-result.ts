import type { CaseFile } from '../complaints/case-file.ts'
import type { Outcome } from '../complaints/model.ts'
import { liveSteps } from '../complaints/stage.ts'
import { formatDate, formatDateLong, vietnamDate, type LocalDate } from '../kernel/calendar.ts'
import { formatPhone } from '../kernel/phone.ts'
import { maskCardNumbers, maskEmail, maskIdNumbers, maskPhone } from '../kernel/mask.ts'
import type { Firm } from '../firms/model.ts'
import { CHECK_PHASES, type StateCheck } from '../investigation/model.ts'
import type { Settings } from '../settings/model.ts'
import { CAUSES } from '../taxonomies/causes.ts'
import { CLAUSES } from '../taxonomies/clauses.ts'
import { DATA_ITEMS } from '../taxonomies/data-items.ts'
import { REMEDIES } from '../taxonomies/remedies.ts'
import { SYSTEMS } from '../taxonomies/systems.ts'
import { nameOf, type Language } from '../taxonomies/term.ts'
import type { Block } from './document.ts'
import type { LetterPart } from './model.ts'
import { RESULT_WORDING, type ResultWording } from './wording.ts'

/** The facts a letter is composed from: the case, the board, and the firms named in it. */
export type LetterFacts = Readonly<{
  file: CaseFile
  settings: Settings
  firms: readonly Firm[]
}>

/**
 * The parts of the result letter (L4) as the facts have them: opening, complaint, check, finding and
 * clauses, cause, remedy and dates, advice, rights, contact. A fact not on record yet leaves its part
 * short; approval is refused elsewhere until nothing is missing. Card and identity numbers a
 * complainant told are masked.
 */
export function composeResultParts(facts: LetterFacts, language: Language): readonly LetterPart[] {
  const words = RESULT_WORDING[language]
  const part = (key: string, heading: string | null, lines: readonly string[]): LetterPart => ({
    key,
    heading,
    text: maskIdNumbers(maskCardNumbers(lines.filter((line) => line !== '').join('\n'))),
    edited: false,
  })
  return [
    part('opening', null, openingLines(facts, language, words)),
    part('complaint', words.headings.complaint, complaintLines(facts, language, words)),
    part('check', words.headings.check, checkLines(facts, language, words)),
    part('finding', words.headings.finding, findingLines(facts, language, words)),
    part('cause', words.headings.cause, causeLines(facts, language, words)),
    part('remedy', words.headings.remedy, remedyLines(facts, words)),
    part('advice', words.headings.advice, words.advice),
    part('rights', words.headings.rights, words.rights(honorificOf(facts, words))),
    part('contact', words.headings.contact, contactLines(facts, words)),
    part('close', null, [words.close(honorificOf(facts, words))]),
  ]
}

/** The table of remedies with their days: facts, so it follows the text of its part and is not edited. */
export function remedyTable(facts: LetterFacts, language: Language): readonly Block[] {
  const words = RESULT_WORDING[language]
  const steps = liveSteps(facts.file.steps)
  if (steps.length === 0) return []
  return [
    {
      type: 'table',
      columns: [
        { heading: words.remedyTable.measure, width: 13 },
        { heading: words.remedyTable.status, width: 7 },
      ],
      rows: steps.map((step) => [
        `${nameOf(REMEDIES, step.type, language)}: ${step.description}`,
        step.state === 'done' && step.doneOn !== null
          ? words.done(formatDate(step.doneOn))
          : step.dueOn === null
            ? ''
            : words.planned(formatDate(step.dueOn)),
      ]),
    },
  ]
}

/** To whom the letter goes: form of address and name, then address and masked contacts. */
export function recipientLines(facts: LetterFacts, language: Language): readonly string[] {
  const words = RESULT_WORDING[language]
  const { complainant } = facts.file.complaint
  const phone = complainant.phones[0]
  return [
    recipientName(facts, language),
    complainant.address === null ? '' : words.addressLine(complainant.address),
    phone === undefined ? '' : words.phoneLine(maskPhone(formatPhone(phone.e164))),
    complainant.email === null ? '' : words.emailLine(maskEmail(complainant.email)),
  ].filter((line) => line !== '')
}

export function recipientName(facts: LetterFacts, language: Language): string {
  const words = RESULT_WORDING[language]
  return `${honorificOf(facts, words)} ${facts.file.complaint.complainant.fullName}`
}

function honorificOf({ file }: LetterFacts, words: ResultWording): string {
  return words.honorific[file.complaint.complainant.salutation]
}

function openingLines(
  facts: LetterFacts,
  language: Language,
  words: ResultWording,
): readonly string[] {
  const { complaint } = facts.file
  const { organisation, sites } = facts.settings
  return [
    words.opening({
      receivedOn: longDay(complaint.receivedOn, language),
      board: organisation.boardName,
      site: sites.find((site) => site.id === complaint.site)?.name ?? complaint.site,
      honorific: honorificOf(facts, words),
      channel: words.channel[complaint.channel],
      subject: withoutFullStop(complaint.subject),
      code: complaint.code,
    }),
    words.basis(organisation.website),
    words.transition,
  ]
}

function complaintLines(
  facts: LetterFacts,
  language: Language,
  words: ResultWording,
): readonly string[] {
  const { complaint } = facts.file
  const items = complaint.dataItems.map((code) => nameOf(DATA_ITEMS, code, language))
  return [
    complaint.narrative,
    complaint.complainant.actingFor === null
      ? ''
      : words.actingFor(complaint.complainant.actingFor),
    items.length === 0 ? '' : words.dataItems(items.join('; ')),
    complaint.wanted === '' ? '' : words.wanted(complaint.wanted),
  ]
}

function checkLines(
  facts: LetterFacts,
  language: Language,
  words: ResultWording,
): readonly string[] {
  const { stateChecks, complaint, engagements } = facts.file
  const days = stateChecks.map((check) => vietnamDate(check.checkedAt)).toSorted()
  const from = days[0]
  const to = days.at(-1)
  const systems = unique(stateChecks.map((check) => nameOf(SYSTEMS, check.system, language)))
  return [
    from === undefined || to === undefined
      ? ''
      : words.checked({ from: formatDate(from), to: formatDate(to), systems: systems.join('; ') }),
    ...inPhaseOrder(stateChecks).map((check) =>
      words.checkedItem({
        item: nameOf(DATA_ITEMS, check.dataItem, language),
        system: nameOf(SYSTEMS, check.system, language),
        phase: words.phase[check.phase],
        finding: words.finding[check.finding],
      }),
    ),
    ...engagements.map((engagement) =>
      words.firm(
        facts.firms.find((firm) => firm.id === engagement.firmId)?.name ?? '',
        formatDate(engagement.startsOn),
      ),
    ),
    complaint.stateConclusion ?? '',
  ]
}

/** As it was found first, then as it is after the remedy. */
function inPhaseOrder(checks: readonly StateCheck[]): readonly StateCheck[] {
  return CHECK_PHASES.flatMap((phase) => checks.filter((check) => check.phase === phase))
}

function findingLines(
  facts: LetterFacts,
  language: Language,
  words: ResultWording,
): readonly string[] {
  const { complaint } = facts.file
  if (complaint.outcome === null) return []
  const clauses = complaint.clauses.map((code) => `${code} (${nameOf(CLAUSES, code, language)})`)
  return [
    words.outcome[complaint.outcome],
    complaint.outcomeReason ?? '',
    clauses.length === 0 ? '' : words.clauses(clauses.join('; ')),
    calledForApology(complaint.outcome) ? words.apology(honorificOf(facts, words)) : '',
  ]
}

function causeLines(
  facts: LetterFacts,
  language: Language,
  words: ResultWording,
): readonly string[] {
  const cause = facts.file.rootCause
  if (cause === null || cause.state === 'open') return []
  if (cause.state === 'undetermined') return [words.causeUndetermined(cause.undeterminedReason)]
  return [
    cause.statement,
    cause.category === null ? '' : words.causeCategory(nameOf(CAUSES, cause.category, language)),
  ]
}

function remedyLines(facts: LetterFacts, words: ResultWording): readonly string[] {
  if (liveSteps(facts.file.steps).length > 0) return [words.remedyIntro]
  const reason = facts.file.complaint.noRemedyReason
  return reason === null ? [] : [words.noRemedy(reason)]
}

function contactLines(facts: LetterFacts, words: ResultWording): readonly string[] {
  const { phone, email, address } = facts.settings.organisation
  return [words.contact({ code: facts.file.complaint.code, phone, email, address })]
}

function calledForApology(outcome: Outcome): boolean {
  return outcome === 'upheld' || outcome === 'partly-upheld'
}

/** "22 tháng 11 năm 2026" inside a sentence that already says "Ngày". */
function longDay(date: LocalDate, language: Language): string {
  return formatDateLong(date, language).replace(/^ngày /u, '')
}

function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/u, '')
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
