import { isInstant, isLocalDate } from '../kernel/calendar.ts'
import { ERASED_ENTRIES, type AuditValue, type FieldChange } from './model.ts'

/**
 * The fields of each kind of thing whose values are codes of a list the program knows, its own ids, or numbers it gave
 * out: they tell nobody's story, and figures and registers need them after a case was made anonymous. Whatever is not
 * named here is kept beside the journal, where it can be erased; so a field that is new cannot be forgotten.
 */
const PLAIN: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    approval: [
      ...['kind', 'approvalMark', 'personId', 'role'],
      ...['way', 'contact', 'duplicateOf', 'evidenceId'],
    ],
    breach: ['state', 'dataItems', 'occurrence', 'harmNotice', 'conductNotice', 'decidedBy'],
    breachNotice: ['rule'],
    certificate: ['number', 'pdfSha256'],
    complaint: [
      ...[
        'code',
        'reviewOf',
        'relatedTo',
        'duplicateOf',
        'channel',
        'site',
        'dataItems',
        'categories',
        'clauses',
        'severity',
        'language',
      ],
      ...[
        'assigneeId',
        'rights',
        'outcome',
        'findings',
        'pointClauses',
        'reviewFinding',
        'status',
        'searchKind',
        'requestedBy',
      ],
      ...['authorityKind', 'authorityOwnCase', 'lateReason'],
      ERASED_ENTRIES,
    ],
    conflict: ['personId'],
    copy: ['faults'],
    deadline: ['rule', 'state'],
    evidence: ['givenBy'],
    figures: ['register', 'format'],
    hold: ['state'],
    letter: [
      ...['number', 'kind', 'variant', 'state', 'channel', 'language', 'approvalMark'],
      ...['contentHash', 'pdfSha256', 'lateReason'],
    ],
    logEntry: ['kind', 'direction', 'spokenBy', 'mentions'],
    person: ['role', 'password'],
    right: ['right', 'state', 'way', 'identityResult', 'lateReason'],
    rootCause: ['state', 'category', 'contributing', 'suspected'],
    stateCheck: ['dataItem', 'system', 'phase', 'finding'],
    step: ['type', 'state', 'ownerId', 'decidedBy'],
  }),
)

/**
 * Whether a change may tell of a person, and is therefore kept beside the journal. Numbers, days, moments, yes and no, and
 * the fields named above tell of none.
 */
export function isErasable(entity: string, { field, from, to }: FieldChange): boolean {
  if (PLAIN.get(entity)?.includes(field) === true) return false
  return !isImpersonal(from) || !isImpersonal(to)
}

function isImpersonal(value: AuditValue): boolean {
  if (typeof value === 'object' && value !== null) return value.length === 0
  return typeof value !== 'string' || isInstant(value) || isLocalDate(value)
}
