import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays } from '#core/kernel/calendar.ts'
import { SYSTEM, aComplaint, aPerson } from '#test/setup/records.ts'
import { pageOf } from '#test/setup/lists.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const NOW = '2026-11-22T05:00:00.000Z'
/** More than are fetched and sorted without a thought, so that the list is walked instead. */
const CASES = 2_400

const textsOf = (index: number): readonly string[] => [
  'khiếu nại chung',
  // In all but the first hundred, one ending; in all, forty endings; in a few, one.
  index < 100 ? 'thư' : 'điện thoại',
  `tổ${index % 40}`,
  ...(index % 800 === 0 ? ['hiếm'] : []),
]

/** By the day they are due, so that the order of the list is that of the index. */
const wordsOf = (index: number): string => ` ${textsOf(index).join(' ')} `

describe.each(['sqlite', 'postgres'] as const)(
  'a search that many cases answer, on %s',
  (dialect) => {
    let test: TestStore
    const ids: string[] = []

    beforeAll(async () => {
      test = await openTestStore(dialect)
      const person = aPerson()
      await test.store.write(SYSTEM, NOW, async (r) => {
        await r.people.insert(person)
        for (let index = 0; index < CASES; index += 1) {
          const code = `KN-2026-${100_000 + index}`
          const complaint = aComplaint(person.id, { code, dueOn: addDays('2020-01-01', index) })
          ids.push(complaint.id)
          await r.complaints.insert(complaint)
          await r.complaints.index(complaint.id, {
            names: [],
            persons: [],
            notes: [],
            coveredNotes: [],
            texts: textsOf(index),
          })
        }
      })
    }, 120_000)
    afterAll(() => test.remove())

    it.each<[string, (words: string) => boolean]>([
      ['"chung"', () => true],
      ['"điện"', (words) => words.includes(' điện ')],
      ['chung điệ', (words) => words.includes(' điện ')],
      ['điệ thoạ', (words) => words.includes(' điện ')],
      ['chung tổ', () => true],
      ['tổ1', (words) => / tổ1\d* /u.test(words)],
      ['chung tổ -"điện thoại"', (words) => !words.includes(' điện ')],
      ['"khiếu nại" điệ tổ', (words) => words.includes(' điện ')],
      ['chung hiế', (words) => words.includes(' hiếm ')],
      ['chung không', () => false],
    ])(
      'finds for [%s] what plain code finds, in the order of the list, on every page',
      async (search, isMeant) => {
        const wanted = ids.filter((_, index) => isMeant(wordsOf(index)))
        const question = pageOf({ scope: 'all', search }, 150)
        const first = await test.store.read((r) => r.complaints.page(question, NOW))
        expect(first.items.map(({ id }) => id)).toEqual(wanted.slice(0, 150))
        expect(first.next === null).toBe(wanted.length <= 150)
        if (first.next === null) return
        const second = await test.store.read((r) =>
          r.complaints.page({ ...question, after: first.next }, NOW),
        )
        expect(second.items.map(({ id }) => id)).toEqual(wanted.slice(150, 300))
      },
    )
  },
)
