import type { AuditEvent } from '../audit/model.ts'
import { formatDate, vietnamDate, vietnamTime } from '../kernel/calendar.ts'
import type { Block, DocumentPart, LetterDocument } from '../letters/document.ts'
import { textToBlocks } from '../letters/document.ts'
import type { Language } from '../taxonomies/term.ts'
import type { ShownCase } from './case-file.ts'
import type { DossierAbout } from './dossier-blocks.ts'
import {
  answerOf,
  breachOf,
  complainantOf,
  factsOf,
  generalOf,
  rightsOf,
} from './dossier-complaint.ts'
import {
  causeOf,
  clocksOf,
  evidenceOf,
  historyOf,
  lettersOf,
  logOf,
  remediesOf,
  stateOf,
} from './dossier-work.ts'
import { DOSSIER_TEXTS, onlyNewest, printedBy } from './dossier-words.ts'

/** Events of the history that are printed: some forty leaves. What is older stays to be read in the program. */
export const MAX_DOSSIER_EVENTS = 1_000

/**
 * A case as the paper an office files. It is made of the case and the history as their reader is shown them, and of nothing
 * else: what the screen covers is covered here, and what it leaves out is not here.
 */
export function dossierDocument(
  file: ShownCase,
  history: readonly AuditEvent[],
  about: DossierAbout,
): LetterDocument {
  const { language, at, by, cut } = about
  const { organisation } = about.settings
  const { legalName, boardName, address, phone, email, website, taxCode } = organisation
  const { code, identity } = file.complaint
  const title = `${DOSSIER_TEXTS.title[language]} ${code}`
  const section = (
    key: 'facts' | 'conclusion' | 'rights' | 'breach' | 'clocks' | 'state' | 'cause' | Later,
    blocks: readonly Block[],
  ): DocumentPart => ({ key, heading: DOSSIER_TEXTS[key][language], blocks })
  const events = historyOf(history, language)
  return {
    ...{ kind: 'HS', language, title, typeLine: DOSSIER_TEXTS.title[language] },
    ...{ subject: file.complaint.subject, nationalHeading: false, number: null, symbol: '' },
    place: organisation.place,
    issuer: { parentName: legalName, name: boardName, logo: null },
    date: vietnamDate(at),
    recipientLines: [
      printedBy(by, formatDate(vietnamDate(at)), vietnamTime(at), language),
      DOSSIER_TEXTS.confidential[language],
      identity === 'clear' ? '' : DOSSIER_TEXTS.covered[language],
    ],
    parts: [
      { key: 'head', heading: DOSSIER_TEXTS.head[language], blocks: generalOf(file, about) },
      {
        key: 'complainant',
        heading: DOSSIER_TEXTS.complainant[language],
        blocks: complainantOf(file, language),
      },
      section('facts', factsOf(file, language)),
      section('conclusion', answerOf(file, language)),
      section('rights', rightsOf(file, about)),
      section('breach', breachOf(file, language)),
      section('clocks', clocksOf(file, about)),
      section('state', stateOf(file, about)),
      section('cause', causeOf(file, language)),
      section('remedies', remediesOf(file, about)),
      section('letters', lettersOf(file, language)),
      section('evidence', evidenceOf(file, about)),
      section('log', logOf(file, about)),
      section(
        'history',
        cut ? [...textToBlocks(onlyNewest(history.length, language)), ...events] : events,
      ),
    ],
    signature: { authority: null, title: '', name: '' },
    copies: [],
    footer: { legalName, address, phone, email, website, taxCode },
    meta: {
      ...{ letterId: '', complaintCode: code, contentHash: null, auditHead: null },
      issuedAt: at,
    },
    draft: false,
  }
}

type Later = 'remedies' | 'letters' | 'evidence' | 'log' | 'history'

/** What a dossier is called as a file. */
export function dossierFileName(code: string, language: Language): string {
  return `${DOSSIER_TEXTS.title[language]} ${code}.pdf`
}
