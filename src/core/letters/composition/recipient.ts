import { concernsChild, isChildItself, lacksMandate } from '../../complaints/mandate.ts'
import type { Firm } from '../../firms/model.ts'
import { assertNever } from '../../kernel/errors.ts'
import { namesIn } from '../../kernel/cover-names.ts'
import { maskEmail, maskPhone } from '../../kernel/mask.ts'
import { formatPhone } from '../../kernel/phone.ts'
import type { Language } from '../../taxonomies/term.ts'
import type { Variant } from '../kind-record.ts'
import { traitsOf, type LetterKind } from '../kinds.ts'
import { tellsFindings } from '../reach.ts'
import type { Particulars } from '../particulars.ts'
import { FACT_WORDS } from './fact-formatting.ts'
import type { LetterFacts } from './facts.ts'

/** What decides who a letter goes to. */
type Plan = Readonly<{ kind: LetterKind; variant: Variant; particulars: Particulars }>

/** A child a letter goes to, with whoever speaks for it (Law 91/2025, Article 24). */
const WITH_GUARDIAN: Readonly<Record<Language, (name: string) => string>> = {
  vi: (name) => `Em ${name} và cha, mẹ hoặc người giám hộ`,
  en: (name) => `${name} and their parent or guardian`,
}

/** Who a letter goes to: the complainant, the person whose data it is, the firm engaged, the authority, or somebody the author names. */
type Addressee =
  /** With the parent or guardian, where a child complains itself. */
  | Readonly<{ type: 'complainant'; child: boolean }>
  | Readonly<{ type: 'firm'; firm: Firm }>
  | Readonly<{ type: 'other'; name: string; address: string; email: string }>
  | Readonly<{ type: 'subject'; name: string; child: boolean }>
  | Readonly<{ type: 'several'; who: 'listed' | 'public' }>
  | Readonly<{ type: 'nobody' }>

/** The form of address inside sentences: known only of the complainant. */
export function honorificFor(plan: Plan, facts: LetterFacts, language: Language): string {
  const words = FACT_WORDS[language].honorific
  const addressee = addresseeOf(plan, facts)
  return addressee.type === 'complainant' && !addressee.child
    ? words[facts.file.complaint.complainant.salutation]
    : words.unknown
}

/** `Bà Đỗ Thị Hoà`, the firm's name, or the name as given. Empty for a sheet or while nobody is named. */
export function recipientName(plan: Plan, facts: LetterFacts, language: Language): string {
  const addressee = addresseeOf(plan, facts)
  switch (addressee.type) {
    case 'complainant': {
      const { fullName } = facts.file.complaint.complainant
      if (addressee.child) return WITH_GUARDIAN[language](fullName)
      return `${honorificFor(plan, facts, language)} ${fullName}`
    }
    case 'firm':
      return addressee.firm.name
    case 'other':
      return addressee.name
    case 'subject':
      if (addressee.child) return WITH_GUARDIAN[language](addressee.name)
      return `${FACT_WORDS[language].honorific.unknown} ${addressee.name}`
    case 'several':
      return FACT_WORDS[language].several[addressee.who](siteName(facts))
    case 'nobody':
      return ''
  }
}

/** The lines after `Kính gửi`: the name, then address and contacts, masked when a private person's. */
export function recipientLines(
  plan: Plan,
  facts: LetterFacts,
  language: Language,
): readonly string[] {
  const words = FACT_WORDS[language]
  const addressee = addresseeOf(plan, facts)
  const line = (make: (text: string) => string, text: string): string =>
    text === '' ? '' : make(text)
  const contacts = (): readonly string[] => {
    switch (addressee.type) {
      case 'complainant': {
        const { complainant } = facts.file.complaint
        const [phone] = complainant.phones
        return [
          line(words.addressLine, complainant.address ?? ''),
          phone === undefined ? '' : words.phoneLine(maskPhone(formatPhone(phone.e164))),
          line(words.emailLine, maskEmail(complainant.email ?? '')),
        ]
      }
      case 'firm':
        return [line(words.addressLine, addressee.firm.address ?? '')]
      case 'other':
        return [
          line(words.addressLine, addressee.address),
          line(words.emailLine, maskEmail(addressee.email)),
        ]
      case 'subject':
      case 'several':
      case 'nobody':
        return []
    }
  }
  return [recipientName(plan, facts, language), ...contacts()].filter((text) => text !== '')
}

/** The lines under the name of somebody on a list: where they live, and their e-mail, masked as on every letter. */
export function addressLines(
  { address, email }: Readonly<{ address: string; email: string }>,
  language: Language,
): readonly string[] {
  const words = FACT_WORDS[language]
  return [
    ...(address === '' ? [] : [words.addressLine(address)]),
    ...(email === '' ? [] : [words.emailLine(maskEmail(email))]),
  ]
}

/** Where an e-mail with the letter goes, unmasked; null when no address is on record. */
export function recipientMailbox(
  plan: Plan,
  facts: LetterFacts,
): Readonly<{ name: string; address: string }> | null {
  const addressee = addresseeOf(plan, facts)
  switch (addressee.type) {
    case 'complainant': {
      const { fullName, email } = facts.file.complaint.complainant
      return email === null ? null : { name: fullName, address: email }
    }
    case 'firm': {
      const { name, contactName, email } = addressee.firm
      return email === null ? null : { name: contactName ?? name, address: email }
    }
    case 'other':
      return addressee.email === '' ? null : { name: addressee.name, address: addressee.email }
    case 'subject':
    case 'several':
    case 'nobody':
      return null
  }
}

/** What the site a case is about is called; its code where the settings do not know it any more. */
export function siteName({ file, settings }: LetterFacts): string {
  const { site } = file.complaint
  return settings.sites.find(({ id }) => id === site)?.name ?? site
}

function addresseeOf(plan: Plan, facts: LetterFacts): Addressee {
  const { particulars } = plan
  const { recipient } = traitsOf(plan)
  switch (recipient) {
    case 'complainant':
      return subjectOf(plan, facts) ?? whoComplains(facts)
    case 'complainant-or-named':
      return namedIn(particulars) ?? whoComplains(facts)
    case 'firm-or-named': {
      const engagement = facts.file.engagements.find(({ id }) => id === particulars.engagementId)
      const firm = facts.firms.find(({ id }) => id === engagement?.firmId)
      return firm === undefined
        ? (namedIn(particulars) ?? { type: 'nobody' })
        : { type: 'firm', firm }
    }
    case 'authority': {
      const { authorityName, authorityAddress } = facts.settings.notices
      return { type: 'other', name: authorityName, address: authorityAddress, email: '' }
    }
    case 'listed':
    case 'public':
      return { type: 'several', who: recipient }
    case 'nobody':
      return { type: 'nobody' }
    default:
      return assertNever(recipient)
  }
}

/**
 * The person whose data it is, where whoever complains acts for them without authority on record and the letter tells what was
 * found: it tells them, a child with its parent or guardian, and not whoever says that they act for them. Null in every other case.
 */
function subjectOf(
  { kind }: Pick<Plan, 'kind'>,
  { file: { complaint } }: Pick<LetterFacts, 'file'>,
): Extract<Addressee, { type: 'subject' }> | null {
  const { actingFor } = complaint.complainant
  if (!tellsFindings(kind) || !lacksMandate(complaint) || actingFor === null) return null
  // Told in words, as "my mother, Mrs Sen": the letter is written to the name in them.
  const [name = actingFor] = namesIn(actingFor)
  return { type: 'subject', name, child: concernsChild(complaint) }
}

function whoComplains({ file: { complaint } }: Pick<LetterFacts, 'file'>): Addressee {
  return { type: 'complainant', child: isChildItself(complaint) }
}

/** Whom the author names; null while nobody is named. */
function namedIn({
  recipientName: name,
  recipientAddress: address,
  recipientEmail: email,
}: Particulars): Addressee | null {
  return name === '' ? null : { type: 'other', name, address, email }
}
