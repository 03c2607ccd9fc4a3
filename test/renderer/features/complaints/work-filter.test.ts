import { describe, expect, it } from 'vitest'

import {
  chipsOfQuery,
  filterOfQuery,
  orderOfQuery,
  sortParameter,
  queryWith,
  queryWithChips,
} from '#renderer/features/complaints/work-filter.ts'
import { contract } from '#shared/contract/index.ts'

const PERSON = '0198a3c0-0000-7000-8000-000000000001'

/** What narrows nothing. */
const NOTHING = {
  stages: [],
  severities: [],
  sites: [],
  channels: [],
  outcomes: [],
  duties: [],
  clocks: [],
  categories: [],
  clauses: [],
  causes: [],
  contributing: [],
  marks: [],
  lateReasons: [],
  firms: [],
}

describe('the filter in the address', () => {
  it('is open work when the address says nothing', () => {
    expect(filterOfQuery({})).toEqual({ scope: 'open', ...NOTHING })
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
      ...NOTHING,
      scope: 'all',
      stages: ['checking', 'answering'],
      severities: ['high'],
      sites: ['ledu'],
      due: 'week',
      assigneeId: PERSON,
      search: 'dien thoai',
    })
  })

  it('reads the further dimensions, the days and the order', () => {
    const query = {
      channel: 'post',
      outcome: ['upheld', 'nothing'],
      clock: 'T-BR-72',
      clockState: ['never', 'missed'],
      duty: ['T-DSR-ACK', 'x'.repeat(41)],
      cause: 'NN-01',
      firm: [PERSON, 'no firm'],
      receivedFrom: '2026-01-01',
      dueTo: '2026-02-30',
    }
    expect(filterOfQuery(query)).toEqual({
      ...NOTHING,
      scope: 'open',
      channels: ['post'],
      outcomes: ['upheld'],
      clocks: ['T-BR-72'],
      clockState: 'missed',
      duties: ['T-DSR-ACK'],
      causes: ['NN-01'],
      firms: [PERSON],
      receivedFrom: '2026-01-01',
    })
  })

  it.each([
    ['', { by: 'due', descending: false }, undefined],
    ['severity', { by: 'severity', descending: false }, 'severity'],
    ['-received', { by: 'received', descending: true }, '-received'],
    ['-due', { by: 'due', descending: true }, '-due'],
    ['elsewhere', { by: 'due', descending: false }, undefined],
  ] as const)('the order %j', (sort, order, parameter) => {
    expect(orderOfQuery({ sort })).toEqual(order)
    expect(sortParameter(order)).toBe(parameter)
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
