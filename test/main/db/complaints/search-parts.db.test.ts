import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { aComplaint, aPerson, SYSTEM } from '#test/setup/records.ts'
import { pageOf } from '#test/setup/lists.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const NOW = '2026-11-22T05:00:00.000Z'
const HOME = '5 Lê Lợi, TP. Hồ Chí Minh'

/** Whose case it is, and what else it says: half the country lives in a place that is a name too. */
const CASES: Readonly<
  Record<string, Readonly<{ names: readonly string[]; text: string; note?: string }>>
> = {
  named: {
    ...{ names: ['Hồ Minh Tuấn', ''], text: 'Gọi từ Hà Nội' },
    note: 'Máy chủ cũ ở Lê Lợi đã tắt',
  },
  lives: { names: ['Nguyễn Văn Tuấn', ''], text: HOME },
  speaks: { names: ['Trần Thu', 'Minh, con trai'], text: 'Xác minh' },
  other: { names: ['Đỗ Thị Hoà', ''], text: HOME },
}

describe.each(['sqlite', 'postgres'] as const)(
  'cases found by names and notes, on %s',
  (dialect) => {
    let test: TestStore
    const keys = new Map<string, string>()
    beforeAll(async () => {
      test = await openTestStore(dialect)
      const person = aPerson()
      await test.store.write(SYSTEM, NOW, async (r) => {
        await r.people.insert(person)
        for (const [key, { names, text, note }] of Object.entries(CASES)) {
          const complaint = aComplaint(person.id)
          keys.set(complaint.id, key)
          await r.complaints.insert(complaint)
          await r.complaints.index(complaint.id, {
            names,
            texts: [...names, text],
            persons: [],
            notes: note === undefined ? [] : [note],
            coveredNotes: [],
          })
        }
      })
    })
    afterAll(() => test.remove())

    async function found(filter: Readonly<{ name?: string; search?: string }>, readsNotes = false) {
      const question = {
        ...pageOf({ scope: 'all', ...filter }, 100),
        readsNotes,
        readsPersons: 'all' as const,
      }
      const { items } = await test.store.read((r) => r.complaints.page(question, NOW))
      return items.map(({ id }) => keys.get(id)).toSorted()
    }

    it.each([
      ['minh', ['named', 'speaks'], ['lives', 'named', 'other', 'speaks']],
      ['ho minh tuan', ['named'], ['lives', 'named']],
      ['TUẤN HỒ', ['named'], ['lives', 'named']],
      ['tua', ['lives', 'named'], ['lives', 'named']],
      ['"minh tuan"', ['named'], ['named']],
      ['"tuan minh"', [], []],
      ['tuan -minh', ['lives'], []],
      ['Hòa', ['other'], ['other']],
      ['le loi', [], ['lives', 'other']],
      ['¶nminh', [], []],
      ['n', ['lives'], ['lives', 'named']],
      ['nminh', [], []],
      ['¶fmay', [], []],
      ['fmay', [], []],
    ])('[%s] of a name, and anywhere', async (typed, byName, anywhere) => {
      expect(await found({ name: typed }), 'of a name').toEqual(byName)
      expect(await found({ search: typed }), 'anywhere').toEqual(anywhere)
    })

    it.each([
      ['may chu', ['named'], []],
      ['le loi', ['lives', 'named', 'other'], ['lives', 'other']],
      ['"da tat"', ['named'], []],
      ['"le loi" ha noi', ['named'], []],
      ['ha noi -"le loi"', [], ['named']],
      ['tuan -tat', ['lives'], ['lives', 'named']],
      ['tat', ['named'], []],
    ])('[%s] with the notes of firms, and without them', async (typed, withNotes, without) => {
      expect(await found({ search: typed }, true), 'who reads notes').toEqual(withNotes)
      expect(await found({ search: typed }, false), 'who does not').toEqual(without)
    })

    it('and by words elsewhere at once', async () => {
      expect(await found({ name: 'tuan', search: 'le loi' })).toEqual(['lives'])
    })
  },
)
