import { FIGURE_WORDS } from '../figures/words.ts'
import { REGISTER_WORDS } from '../figures/register-words.ts'
import { formatDate } from '../kernel/calendar.ts'
import type { Block } from '../letters/document.ts'
import { nameOfRight } from '../rights/words.ts'
import { CATEGORIES } from '../taxonomies/categories.ts'
import { CLAUSES } from '../taxonomies/clauses.ts'
import { DATA_ITEMS } from '../taxonomies/data-items.ts'
import { FLAGS } from '../taxonomies/flags.ts'
import type { Language } from '../taxonomies/term.ts'
import type { ShownCase } from './case-file.ts'
import {
  lines,
  momentOf,
  namesOf,
  none,
  personName,
  tableOr,
  valuesOf,
  type DossierAbout,
} from './dossier-blocks.ts'

/** What a case is, and where it stands. */
export function generalOf(
  { complaint }: ShownCase,
  { language, people, settings }: DossierAbout,
): readonly Block[] {
  const words = FIGURE_WORDS[language]
  return valuesOf(language, [
    ['code', complaint.code],
    ['subject', complaint.subject],
    ['status', words.status[complaint.status]],
    ['severity', words.severity[complaint.severity]],
    ['channel', words.channel[complaint.channel]],
    ['site', settings.sites.find(({ id }) => id === complaint.site)?.name ?? complaint.site],
    ['received', momentOf(complaint.receivedAt)],
    ['assignee', personName(people, complaint.assigneeId) || words.nobody],
  ])
}

/** Who complains and how they are reached, covered where their reader is shown it covered. */
export function complainantOf({ complaint }: ShownCase, language: Language): readonly Block[] {
  const { complainant, identity } = complaint
  const { coveredName } = FIGURE_WORDS[language]
  return valuesOf(language, [
    ['name', identity === 'covered' ? coveredName : complainant.fullName],
    ['phones', complainant.phones.map(({ asTold }) => asTold).join('; ')],
    ['email', complainant.email],
    ['address', complainant.address],
    ['account', complainant.memberAccount],
    ['actingFor', complainant.actingFor],
  ])
}

/** What was complained of. */
export function factsOf({ complaint }: ShownCase, language: Language): readonly Block[] {
  return valuesOf(language, [
    ['narrative', complaint.narrative],
    ['wanted', complaint.wanted],
    ['dataItems', namesOf(DATA_ITEMS, complaint.dataItems, language)],
    ['categories', namesOf(CATEGORIES, complaint.categories, language)],
    ['clauses', namesOf(CLAUSES, complaint.clauses, language)],
    ['flags', namesOf(FLAGS, complaint.flags, language)],
  ])
}

/** What became of it: the whole, and each point of a divided complaint. */
export function answerOf({ complaint }: ShownCase, language: Language): readonly Block[] {
  const { outcome, outcomeReason, endReason, points } = complaint
  const words = FIGURE_WORDS[language].outcome
  const whole = valuesOf(language, [
    ['outcome', outcome === null ? null : words[outcome]],
    // Of a divided complaint the reasons stand with its points.
    ['reason', points.length > 0 ? endReason : lines(outcomeReason, endReason)],
  ])
  if (points.length === 0) return whole.length === 0 ? none('noPoints', language) : whole
  const rows = points.map(({ text, clauses, finding, reason }) => [
    ...[text, namesOf(CLAUSES, clauses, language)],
    ...[finding === null ? '' : words[finding], reason],
  ])
  return [
    ...whole,
    ...tableOr(
      'noPoints',
      language,
      [
        ['point', 8],
        ['clauses', 6],
        ['outcome', 5],
        ['reason', 9],
      ],
      rows,
    ),
  ]
}

/** The rights asked for in it. */
export function rightsOf({ rights }: ShownCase, { language }: DossierAbout): readonly Block[] {
  return tableOr(
    'noRights',
    language,
    [
      ['right', 8],
      ['asked', 6],
      ['status', 6],
      ['settled', 5],
    ],
    rights.map(({ kind, askedAt, state, settledOn, remark }) => [
      nameOfRight(kind, language),
      momentOf(askedAt),
      lines(REGISTER_WORDS[language].rightState[state], remark),
      settledOn === null ? '' : formatDate(settledOn),
    ]),
  )
}

/** The violation behind it. */
export function breachOf({ breach }: ShownCase, language: Language): readonly Block[] {
  if (breach === null) return none('noBreach', language)
  return valuesOf(language, [
    [
      'status',
      lines(REGISTER_WORDS[language].breachState[breach.state], breach.ruledOutReason || null),
    ],
    ['detected', momentOf(breach.detectedAt)],
    ['happened', breach.happened],
    ['dataItems', namesOf(DATA_ITEMS, breach.dataItems, language)],
    ['measures', breach.measures],
  ])
}
