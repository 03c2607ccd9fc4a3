import { describe, expect, it } from 'vitest'

import { LATER_SETTINGS, type Settings } from '#core/settings/model.ts'
import { intakeIssues } from '#renderer/features/complaints/intake/intake-check.ts'
import {
  blankForm,
  fieldOfPath,
  inputOf,
  isBlank,
  type IntakeForm,
} from '#renderer/features/complaints/intake/intake-form.ts'

const NOW = '2026-11-22T07:05:00.000Z'
const SETTINGS: Settings = {
  version: 1,
  organisation: {
    legalName: 'Công ty',
    boardName: 'Ban quản trị website',
    address: '1 Lê Lợi',
    taxCode: '0123456789',
    phone: '028 38 49 40 88',
    email: 'hotro@vouchersharing.com',
    website: 'vouchersharing.com',
    place: 'TP. Hồ Chí Minh',
  },
  sites: [{ id: 'ledu', name: 'Ledu.vn' }],
  letters: { nationalHeading: true, authority: '', signatoryTitle: '', signatoryName: '' },
  restDays: [0, 6],
  holidays: [],
  ...LATER_SETTINGS,
}

function told(changes: Partial<IntakeForm> = {}): IntakeForm {
  return {
    ...blankForm(),
    fullName: 'Nguyễn Văn An',
    subject: 'Bị gọi quảng cáo',
    narrative: 'Liên tục bị gọi.',
    phones: ['0903 123 456'],
    ...changes,
  }
}

function codesOf(form: IntakeForm, receivedAt: string | null = NOW, site: string | null = 'ledu') {
  return intakeIssues(inputOf(form, receivedAt, site), SETTINGS, NOW).map(
    ({ path, code }) => `${path} ${code}`,
  )
}

describe('what is checked before a complaint is sent', () => {
  it('lets a complete one through', () => {
    expect(codesOf(told())).toEqual([])
  })

  it('names every empty field that is needed, and no other', () => {
    expect(codesOf(blankForm(), null, null).toSorted()).toEqual([
      'complainant.fullName REQUIRED',
      'narrative REQUIRED',
      'receivedAt REQUIRED',
      'site REQUIRED',
      'subject REQUIRED',
    ])
  })

  it.each([
    [
      'an old mobile',
      told({ phones: ['01269 123 456'] }),
      NOW,
      'complainant.phones.0 PHONE_OLD_MOBILE',
    ],
    ['half an address', told({ email: 'an@' }), NOW, 'complainant.email EMAIL_INVALID'],
    ['a call of tomorrow', told(), '2026-11-23T07:05:00.000Z', 'receivedAt RECEIPT_IN_FUTURE'],
    [
      'a receipt whose year is mistyped',
      told(),
      '0206-11-20T03:00:00.000Z',
      'receivedAt RECEIPT_TOO_EARLY',
    ],
    ['a code nobody knows', told({ categories: ['KN-00'] }), NOW, 'categories CODE_UNKNOWN'],
  ])('refuses %s as the core would', (_what, form, receivedAt, issue) => {
    expect(codesOf(form, receivedAt)).toEqual([issue])
  })

  it('points at the row of the form a telephone number stands in, empty rows counted', () => {
    const form = told({ phones: ['', '0903 123 456', '', '12'] })
    const [issue] = intakeIssues(inputOf(form, NOW, 'ledu'), SETTINGS, NOW)
    expect(issue?.path).toBe('complainant.phones.1')
    expect(fieldOfPath(issue?.path ?? '', form)).toBe('complainant.phones.3')
  })
})

describe('a form with nothing told', () => {
  it('is blank whatever the channel, the time and the site are', () => {
    const form = {
      ...blankForm(),
      channel: 'post',
      receivedAt: NOW,
      receivedByHand: true,
      site: 'ledu',
    } as const
    expect(isBlank(form)).toBe(true)
  })

  it.each([
    { fullName: 'A' },
    { phones: ['', ''] },
    { dataItems: ['phone'] },
    { severity: 'low' },
    { salutation: 'ms' },
  ] as const)('is not blank with %j', (changes) => {
    expect(isBlank({ ...blankForm(), ...changes } as IntakeForm)).toBe(false)
  })
})

describe('the severity sent', () => {
  it('is the one proposed until the clerk decides otherwise', () => {
    expect(inputOf(told({ categories: ['KN-15'] }), NOW, 'ledu').severity).toBe('critical')
    expect(inputOf(told({ categories: ['KN-15'], severity: 'low' }), NOW, 'ledu').severity).toBe(
      'low',
    )
  })
})
