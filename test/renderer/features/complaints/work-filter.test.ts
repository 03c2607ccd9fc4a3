import { describe, expect, it } from 'vitest'

import {
  chipsOfQuery,
  filterOfQuery,
  queryWith,
  queryWithChips,
} from '#renderer/features/complaints/work-filter.ts'
import { contract } from '#shared/contract/index.ts'

const PERSON = '0198a3c0-0000-7000-8000-000000000001'

describe('the filter in the address', () => {
  it('is open work when the address says nothing', () => {
    expect(filterOfQuery({})).toEqual({ scope: 'open', stages: [], severities: [], sites: [] })
  })

  it('reads every chip', () => {
    const query = {
      scope: 'all',
      stage: ['checking', 'answering'],
      severity: 'high',
      site: 'ledu',
      due: 'week',
      assignee: PERSON,
      search: 'dien thoai',
    }
    expect(filterOfQuery(query)).toEqual({
      scope: 'all',
      stages: ['checking', 'answering'],
      severities: ['high'],
      sites: ['ledu'],
      due: 'week',
      assigneeId: PERSON,
      search: 'dien thoai',
    })
  })

  it.each([
    { scope: 'everything', due: 'never', stage: ['sleeping'], severity: '!' },
    { assignee: 'somebody', site: 'x'.repeat(41), search: 'a'.repeat(900) },
    { scope: null, stage: [null, 'checking'], assignee: '' },
  ])('never asks what the core refuses: %j', (query) => {
    const input = { filter: filterOfQuery(query), after: null, limit: 50 }
    expect(contract['complaints.list'].input.safeParse(input).success).toBe(true)
  })

  it('tells nobody from anybody', () => {
    expect(filterOfQuery({ assignee: 'none' }).assigneeId).toBeNull()
    expect(filterOfQuery({}).assigneeId).toBeUndefined()
  })

  it('comes back as the chips it was made of, beside scope and search', () => {
    const chips = ['due:overdue', 'stage:checking', 'stage:answering', 'severity:low']
    const query = queryWithChips({ scope: 'all', search: 'an' }, chips)
    expect(query).toEqual({
      scope: 'all',
      search: 'an',
      due: ['overdue'],
      stage: ['checking', 'answering'],
      severity: ['low'],
    })
    expect(chipsOfQuery({ stage: ['checking', 'answering'], due: 'overdue' })).toEqual([
      'due:overdue',
      'stage:checking',
      'stage:answering',
    ])
  })

  it('takes the latest of what can be only one, and forgets what was taken off', () => {
    const query = queryWithChips({ due: 'week', severity: 'low' }, ['due:week', 'due:today'])
    expect(query).toEqual({ due: ['today'] })
  })

  it('leaves a blank search out of the address', () => {
    expect(queryWith({ search: 'an', scope: 'all' }, 'search', '  ')).toEqual({ scope: 'all' })
  })
})
