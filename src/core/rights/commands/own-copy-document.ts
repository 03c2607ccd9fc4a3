import type { CaseFile } from '../../case/case-file.ts'
import type { Complaint } from '../../complaints/model.ts'
import { spoken } from '../../contacts/model.ts'
import { FIGURE_WORDS } from '../../figures/words.ts'
import { formatDate, vietnamDate, vietnamTime, type Instant } from '../../kernel/calendar.ts'
import type { Block, LetterDocument, Logo } from '../../letters/document.ts'
import type { Settings } from '../../settings/model.ts'
import { CATEGORIES } from '../../taxonomies/categories.ts'
import { FLAGS } from '../../taxonomies/flags.ts'
import { DATA_ITEMS } from '../../taxonomies/data-items.ts'
import { nameOf, type Term } from '../../taxonomies/term.ts'
import type { OwnFiles } from './own-copy.ts'
import { OWN_COPY_WORDS as WORDS } from './own-copy-words.ts'

/** The first page of a complainant's own copy: all the board has of them, in words, and what else lies beside it. */
export function ownCopyDocument(
  { complaint, rights, log }: CaseFile,
  { letters, evidence }: OwnFiles,
  { settings, logo, at }: Readonly<{ settings: Settings; logo: Logo | null; at: Instant }>,
): LetterDocument {
  const { organisation } = settings
  const { legalName, boardName, address, phone, email, website, taxCode } = organisation
  const { complainant } = complaint
  const { channel, outcome } = FIGURE_WORDS.vi
  const site = settings.sites.find(({ id }) => id === complaint.site)?.name ?? complaint.site
  return {
    ...{ kind: 'BC', language: 'vi', title: `${WORDS.title} ${complaint.code}` },
    ...{ typeLine: WORDS.typeLine, subject: WORDS.subject(complaint.code) },
    nationalHeading: settings.letters.nationalHeading,
    issuer: { parentName: legalName, name: boardName, logo },
    ...{ number: null, symbol: '', place: organisation.place, date: vietnamDate(at) },
    recipientLines: [],
    parts: [
      part('person', WORDS.person, [
        pairs({
          [WORDS.name]: complainant.fullName,
          [WORDS.phones]: complainant.phones.map(({ asTold }) => asTold).join('; '),
          [WORDS.email]: complainant.email ?? '',
          [WORDS.address]: complainant.address ?? '',
          [WORDS.account]: complainant.memberAccount ?? '',
          [WORDS.actingFor]: complainant.actingFor ?? '',
        }),
      ]),
      part('complaint', WORDS.complaint, [
        pairs({
          [WORDS.code]: complaint.code,
          [WORDS.received]: WORDS.moment(
            formatDate(vietnamDate(complaint.receivedAt)),
            vietnamTime(complaint.receivedAt),
          ),
          [WORDS.channel]: channel[complaint.channel],
          [WORDS.site]: site,
          [WORDS.subjectLabel]: complaint.subject,
          [WORDS.narrative]: complaint.narrative,
          [WORDS.wanted]: complaint.wanted,
          [WORDS.dataItems]: namesOf(DATA_ITEMS, complaint.dataItems),
          [WORDS.categories]: namesOf(CATEGORIES, complaint.categories),
          [WORDS.flags]: namesOf(FLAGS, complaint.flags),
          ...(complaint.points.length === 0 ? {} : { [WORDS.points]: pointsOf(complaint) }),
          [WORDS.outcome]: complaint.outcome === null ? '' : outcome[complaint.outcome],
          [WORDS.outcomeReason]: complaint.outcomeReason ?? '',
        }),
      ]),
      part('rights', WORDS.rights, [
        list(
          rights.map(({ kind, askedAt, state, settledOn }) =>
            WORDS.right(
              WORDS.kinds[kind],
              formatDate(vietnamDate(askedAt)),
              WORDS.states[state],
              settledOn === null ? '' : formatDate(settledOn),
            ),
          ),
        ),
      ]),
      part('letters', WORDS.letters, [
        list(
          letters.map(({ number, issuedAt }) =>
            WORDS.letter(number, formatDate(vietnamDate(issuedAt))),
          ),
        ),
      ]),
      part('files', WORDS.files, [list(evidence.map(({ fileName }) => fileName))]),
      // Notes are of colleagues for colleagues, and what was taken back was never so.
      part('log', WORDS.log, [
        list(
          spoken(log).map((entry) =>
            WORDS.said(
              entry,
              WORDS.moment(
                formatDate(vietnamDate(entry.happenedAt)),
                vietnamTime(entry.happenedAt),
              ),
            ),
          ),
        ),
      ]),
    ],
    signature: { authority: null, title: '', name: '' },
    copies: [],
    footer: { legalName, address, phone, email, website, taxCode },
    meta: {
      ...{ letterId: '', complaintCode: complaint.code, contentHash: null },
      ...{ auditHead: null, issuedAt: at },
    },
    draft: false,
  }
}

function part(key: string, heading: string, blocks: readonly Block[]) {
  return { key, heading, blocks }
}

/** What is empty is said to be: the board has nothing of it. */
function pairs(values: Readonly<Record<string, string>>): Block {
  return {
    type: 'keyValues',
    pairs: Object.entries(values).map(([label, value]) => ({
      label,
      value: value === '' ? WORDS.nothing : value,
    })),
  }
}

function list(items: readonly string[]): Block {
  return items.length === 0 ? { type: 'paragraph', text: WORDS.nothing } : { type: 'list', items }
}

/** The points of a divided complaint with what was found of each. */
function pointsOf({ points }: Complaint): string {
  return points
    .map(({ text, finding }, at) => {
      const found = finding === null ? WORDS.open : FIGURE_WORDS.vi.outcome[finding]
      return WORDS.point(at + 1, text, found)
    })
    .join('; ')
}

function namesOf(terms: readonly Term[], codes: readonly string[]): string {
  return codes.map((code) => nameOf(terms, code, 'vi')).join('; ')
}
