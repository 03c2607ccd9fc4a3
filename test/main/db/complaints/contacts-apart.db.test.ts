import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchTexts } from '#core/complaints/model.ts'
import type { WholeStore } from '#main/db/store.ts'
import { pageOf } from '#test/setup/lists.ts'
import { aComplaint, aPerson, AT, SYSTEM } from '#test/setup/records.ts'
import { openTestStore, type TestStore } from '#test/setup/stores.ts'

const CASE = {
  names: ['Hồ Minh Tuấn'],
  persons: ['0912 345 678', '+84912345678', 'tuan.ho@example.vn', '5 Lê Lợi'],
  texts: ['bị gọi quảng cáo'],
  notes: [],
  coveredNotes: [],
} satisfies SearchTexts

describe.each(['sqlite', 'postgres'] as const)('on %s, a case is', (dialect) => {
  let test: TestStore
  let store: WholeStore
  let id = ''
  beforeAll(async () => {
    test = await openTestStore(dialect)
    store = test.store
    const person = aPerson()
    const complaint = aComplaint(person.id, { subject: 'bị gọi quảng cáo', narrative: '' })
    id = complaint.id
    await store.write(SYSTEM, AT, async (r) => {
      await r.people.insert(person)
      await r.complaints.insert(complaint)
      await r.complaints.index(id, CASE)
    })
  })
  afterAll(() => test.remove())

  async function found(search: string, reads: boolean): Promise<boolean> {
    const readsPersons = reads ? ('all' as const) : ('none' as const)
    const question = { ...pageOf({ scope: 'all', search }, 10), readsNotes: true, readsPersons }
    const { items } = await store.read((r) => r.complaints.page(question, AT))
    return items.some((item) => item.id === id)
  }

  const TYPED = ['0912345678', '"0912 345 678"', '345', 'tuan.ho@example.vn', 'example', 'le loi']

  it.each(TYPED)('not found by its contact [%s] by who may not read it', async (typed) => {
    expect(await found(typed, true)).toBe(true)
    expect(await found(typed, false)).toBe(false)
  })

  it.each(TYPED)('not told by being left out for its contact [-%s] either', async (typed) => {
    const contact = typed.replaceAll('"', '').split(' ')[0] ?? ''
    expect(await found(`quang cao -${contact}`, false)).toBe(true)
  })

  it('found by its name and its words by everybody, beside its contacts by those who read them', async () => {
    for (const reads of [true, false]) {
      expect(await found('quang cao', reads)).toBe(true)
      expect(await found('khong co', reads)).toBe(false)
    }
    expect(await found('quang cao 0912345678', true)).toBe(true)
    expect(await found('quang cao 0912345678', false)).toBe(false)
  })

  describe('with a copy made before contacts were kept apart', () => {
    const OLD = 'bi goi quang cao ¶ 0912345678 ¶'

    beforeAll(async () => {
      await store.close()
      await (dialect === 'sqlite'
        ? test.sql(
            `INSERT OR REPLACE INTO complaint_search_text (rowid, words)
             SELECT number, ? FROM complaint_search WHERE complaint_id = ?`,
            [OLD, id],
          )
        : test.sql(
            `UPDATE complaint_search SET words = ?, lexemes = array_to_tsvector(?::text[])
             WHERE complaint_id = ?`,
            [` ${OLD} `, [...new Set(OLD.split(' '))].filter((word) => word !== '¶'), id],
          ))
      store = await test.reopen()
    })

    it('not found at all by who may not read contacts, nor by leaving them out', async () => {
      expect(await found('0912345678', true)).toBe(true)
      for (const typed of ['0912345678', 'quang cao', '-0912345678', 'quang cao -khac']) {
        expect(await found(typed, false), typed).toBe(false)
      }
    })

    it('renewed once, and then as any other', async () => {
      expect(await store.renewSearchCopies()).toBe(true)
      expect(await store.renewSearchCopies()).toBe(false)
      expect(await found('quang cao', false)).toBe(true)
      expect(await found('0912345678', true)).toBe(true)
      expect(await found('0912345678', false)).toBe(false)
    })
  })
})
