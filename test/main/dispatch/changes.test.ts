import { expect, it } from 'vitest'
import { changesOf } from '#main/dispatch/changes.ts'

const changes = [{ field: 'name', from: 'a', to: 'b' }]

it.each([
  [
    'an act on a case',
    { entity: 'why', entityId: '1', complaintId: 'case', changes },
    'complaint',
    'case',
  ],
  ['a firm', { entity: 'firm', entityId: '1', changes }, 'firm', '1'],
  ['a person', { entity: 'person', entityId: '1', changes }, 'person', '1'],
  ['settings', { entity: 'settings', entityId: 'settings', changes }, 'settings', 'settings'],
] as const)('tells the windows of %s', (_what, entry, topic, id) => {
  expect(changesOf([{ action: 'complaint.updated', ...entry }])).toEqual([
    { type: 'changed', topic, id },
  ])
})

it('tells of one thing once, and nothing of a look', () => {
  const entry = {
    action: 'remedy.stepChanged',
    entity: 'step',
    entityId: '1',
    complaintId: 'case',
  } as const
  expect(changesOf([entry, { ...entry, changes: [] }])).toEqual([])
  expect(
    changesOf([
      { ...entry, changes },
      { ...entry, entityId: '2', changes },
    ]),
  ).toHaveLength(1)
})
