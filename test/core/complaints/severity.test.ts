import { describe, expect, it } from 'vitest'

import { proposeSeverity } from '#core/complaints/severity.ts'
import { CATEGORIES } from '#core/taxonomies/categories.ts'
import { DATA_ITEMS } from '#core/taxonomies/data-items.ts'
import { FLAGS } from '#core/taxonomies/flags.ts'

describe('the proposed severity', () => {
  it.each([
    [[], [], [], 'medium', []],
    [['phone'], ['KN-04'], [], 'medium', []],
    [['password'], [], [], 'high', ['guarded']],
    [['card'], [], [], 'high', ['sensitive']],
    [[], ['KN-01'], [], 'high', ['leak']],
    [['card'], ['KN-03'], [], 'critical', ['sensitive', 'leak']],
    [['name'], ['KN-15'], [], 'critical', ['child']],
    [['phone'], ['KN-04'], ['vulnerable'], 'high', ['flagged']],
    [['phone'], ['KN-04'], ['press', 'many'], 'high', ['flagged']],
    [['phone'], ['KN-04'], ['minor'], 'critical', ['flagged']],
    [[], [], ['press', 'danger'], 'critical', ['flagged']],
  ])('of %j, %j and %j is %s', (dataItems, categories, flags, severity, reasons) => {
    expect(proposeSeverity({ dataItems, categories, flags })).toEqual({ severity, reasons })
  })

  it('speaks of codes that exist', () => {
    const known = new Set([...CATEGORIES, ...DATA_ITEMS, ...FLAGS].map(({ code }) => code))
    const used = [
      'phone',
      'password',
      'card',
      'name',
      'KN-01',
      'KN-02',
      'KN-03',
      'KN-04',
      'KN-13',
      'KN-15',
      'KN-17',
      ...['minor', 'danger', 'vulnerable', 'many', 'press'],
    ]
    expect(used.filter((code) => !known.has(code))).toEqual([])
  })
})
