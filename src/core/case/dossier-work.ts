import { HISTORY_WORDS } from '../audit/history-words.ts'
import type { AuditEvent } from '../audit/model.ts'
import type { Deadline } from '../deadlines/model.ts'
import { limitOf } from '../figures/register-limits.ts'
import { uncheckedItems, type StateCheck } from '../investigation/model.ts'
import { formatDate, vietnamDate, type Instant, type LocalDate } from '../kernel/calendar.ts'
import { textToBlocks, type Block } from '../letters/document.ts'
import { HOUSE_WORDING } from '../phrases/house/index.ts'
import { rulesOf } from '../settings/clock-table.ts'
import { CAUSES } from '../taxonomies/causes.ts'
import { DATA_ITEMS } from '../taxonomies/data-items.ts'
import { REMEDIES } from '../taxonomies/remedies.ts'
import { SYSTEMS } from '../taxonomies/systems.ts'
import { nameOf, type Language } from '../taxonomies/term.ts'
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
import { DOSSIER_TERMS, DOSSIER_TEXTS, paidText } from './dossier-words.ts'

const dayOf = (day: LocalDate | null): string => (day === null ? '' : formatDate(day))

/** The time limits: when each began, is due and was stopped, and how it stands. */
export function clocksOf({ deadlines }: ShownCase, about: DossierAbout): readonly Block[] {
  const { language } = about
  return tableOr(
    'noClocks',
    language,
    [
      ['rule', 10],
      ['began', 5],
      ['due', 5],
      ['status', 6],
      ['stopped', 5],
    ],
    deadlines
      .toSorted((a, b) => (a.endsAt < b.endsAt ? -1 : 1))
      .map((clock) => clockRow(clock, about)),
  )
}

function clockRow(clock: Deadline, { language, settings, at }: DossierAbout): readonly string[] {
  const rule = rulesOf(settings).findLast(({ code }) => code === clock.rule)
  // An act of a day is kept without its hour.
  const inHours = rule?.unit === 'hours'
  const shown = (moment: Instant): string =>
    inHours ? momentOf(moment) : formatDate(vietnamDate(moment))
  const { stoppedAt } = clock
  const stoppedOn = stoppedAt === null ? null : vietnamDate(stoppedAt)
  const clockOf = { language, today: vietnamDate(at) }
  return [
    rule?.name[language] ?? clock.rule,
    inHours ? momentOf(clock.startsAt) : formatDate(clock.startsOn),
    lines(
      inHours ? momentOf(clock.endsAt) : formatDate(clock.legalEnd),
      clock.extension > 0 ? DOSSIER_TEXTS.extended[language] : null,
    ),
    limitOf(clock.state, clock.legalEnd, stoppedOn, clockOf),
    stoppedAt === null ? '' : shown(stoppedAt),
  ]
}

/** The matrix of data items and where they were looked for, before and after the remedy; and what it comes to. */
export function stateOf(
  { complaint, stateChecks }: ShownCase,
  about: DossierAbout,
): readonly Block[] {
  const { language } = about
  const cells = Map.groupBy(stateChecks, ({ dataItem, system }) => `${dataItem} ${system}`)
  const checked = [...cells.values()].flatMap((checks) => {
    const [first] = checks
    if (first === undefined) return []
    const half = (phase: StateCheck['phase']): string =>
      lines(...checks.filter((each) => each.phase === phase).map((each) => checkText(each, about)))
    const where = nameOf(SYSTEMS, first.system, language)
    return [[nameOf(DATA_ITEMS, first.dataItem, language), where, half('before'), half('after')]]
  })
  const unchecked = uncheckedItems(complaint.dataItems, stateChecks).map((item) => [
    ...[nameOf(DATA_ITEMS, item, language), '', DOSSIER_TEXTS.unchecked[language], ''],
  ])
  return [
    ...tableOr(
      'noState',
      language,
      [
        ['item', 6],
        ['system', 6],
        ['before', 9],
        ['after', 9],
      ],
      [...checked, ...unchecked],
    ),
    ...valuesOf(language, [['conclusion', complaint.stateConclusion]]),
  ]
}

function checkText(
  { finding, detail, checkedBy, checkedAt }: StateCheck,
  { language, people }: DossierAbout,
): string {
  const by = personName(people, checkedBy)
  const when = formatDate(vietnamDate(checkedAt))
  return lines(
    DOSSIER_TERMS.finding[finding][language],
    detail,
    `(${by === '' ? when : `${by}, ${when}`})`,
  )
}

/** The cause, as far as it is known, and the chain that led to it. */
export function causeOf({ rootCause, whys }: ShownCase, language: Language): readonly Block[] {
  if (rootCause === null && whys.length === 0) return none('noCause', language)
  const causes = (codes: readonly string[]): string => namesOf(CAUSES, codes, language)
  const found =
    rootCause === null
      ? []
      : valuesOf(language, [
          ['status', DOSSIER_TERMS.cause[rootCause.state][language]],
          ['category', rootCause.category === null ? null : causes([rootCause.category])],
          ['statement', rootCause.statement],
          ['undetermined', rootCause.undeterminedReason],
          ['searchUntil', dayOf(rootCause.searchUntil)],
          ['contributing', causes(rootCause.contributing)],
          ['suspected', causes(rootCause.suspected)],
        ])
  if (whys.length === 0) return found
  const chain = whys.toSorted((a, b) => a.position - b.position).map(({ text }) => text)
  return [
    ...found,
    ...textToBlocks(`${DOSSIER_TEXTS.whys[language]}:`),
    { type: 'list', items: chain },
  ]
}

/** What was done and what is promised. */
export function remediesOf(
  { complaint, steps }: ShownCase,
  { language, people }: DossierAbout,
): readonly Block[] {
  const rows = steps.map((step) => [
    nameOf(REMEDIES, step.type, language),
    lines(
      step.description,
      step.droppedReason,
      step.note,
      step.compensation === null
        ? null
        : paidText(step.compensation.amount, formatDate(step.compensation.decidedOn), language),
    ),
    personName(people, step.ownerId),
    dayOf(step.dueOn),
    lines(DOSSIER_TERMS.step[step.state][language], dayOf(step.doneOn)),
  ])
  const unneeded = valuesOf(language, [['noneNeeded', complaint.noRemedyReason]])
  if (rows.length === 0 && unneeded.length > 0) return unneeded
  return [
    ...unneeded,
    ...tableOr(
      'noRemedies',
      language,
      [
        ['remedy', 7],
        ['text', 10],
        ['owner', 6],
        ['due', 5],
        ['status', 6],
      ],
      rows,
    ),
  ]
}

/** The letters of the case, and the days on which they left the house. */
export function lettersOf(
  { letters, dispatches }: ShownCase,
  language: Language,
): readonly Block[] {
  return tableOr(
    'noLetters',
    language,
    [
      ['kind', 11],
      ['number', 6],
      ['status', 5],
      ['issued', 5],
      ['sent', 5],
    ],
    letters.map((letter) => [
      HOUSE_WORDING[letter.kind].title[language],
      letter.number ?? '',
      DOSSIER_TERMS.letter[letter.state][language],
      dayOf(letter.issuedOn),
      lines(
        ...dispatches
          .filter(({ letterId, struckReason }) => letterId === letter.id && struckReason === null)
          .map(({ sentOn }) => formatDate(sentOn)),
      ),
    ]),
  )
}

/** The files: what each is called, from whom, and by which hash it is known again. */
export function evidenceOf(
  { evidence }: ShownCase,
  { language, people }: DossierAbout,
): readonly Block[] {
  return tableOr(
    'noEvidence',
    language,
    [
      ['file', 12],
      ['giver', 5],
      ['added', 6],
    ],
    evidence.map(({ fileName, sha256, givenBy, addedBy, addedAt, destroyedAt }) => [
      lines(
        destroyedAt === null ? fileName : `${fileName} (${DOSSIER_TEXTS.destroyed[language]})`,
        `SHA-256: ${sha256}`,
      ),
      givenBy === null
        ? DOSSIER_TEXTS.giverUnknown[language]
        : DOSSIER_TERMS.giver[givenBy][language],
      lines(personName(people, addedBy), momentOf(addedAt)),
    ]),
  )
}

/** What was said with the complainant, and the notes of colleagues. */
export function logOf({ log }: ShownCase, { language, people }: DossierAbout): readonly Block[] {
  return tableOr(
    'noLog',
    language,
    [
      ['at', 5],
      ['kind', 6],
      ['contact', 6],
      ['text', 12],
    ],
    log
      .toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
      .map((entry) => [
        momentOf(entry.happenedAt),
        lines(
          DOSSIER_TERMS.entry[entry.kind][language],
          entry.direction === null ? null : DOSSIER_TERMS.direction[entry.direction][language],
          personName(people, entry.spokenBy),
        ),
        entry.contact ?? '',
        entry.withdrawnReason === null
          ? entry.body
          : lines(entry.body, `${DOSSIER_TEXTS.withdrawn[language]}: ${entry.withdrawnReason}`),
      ]),
  )
}

/** Who did what, newest first, as it is given. */
export function historyOf(history: readonly AuditEvent[], language: Language): readonly Block[] {
  const words: ReadonlyMap<string, string> = new Map(Object.entries(HISTORY_WORDS[language]))
  return tableOr(
    'noHistory',
    language,
    [
      ['sequence', 3],
      ['at', 6],
      ['person', 7],
      ['act', 14],
    ],
    history.map(({ sequence, at, personName: who, action }) => [
      ...[String(sequence), momentOf(at), who === '' ? DOSSIER_TEXTS.program[language] : who],
      // An act without words is shown by its code rather than hidden.
      words.get(action.replace('.', '-')) ?? action,
    ]),
  )
}
