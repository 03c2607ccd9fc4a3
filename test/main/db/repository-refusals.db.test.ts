import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AllRepositories } from '#core/ports/repositories.ts'
import {
  AT,
  SYSTEM,
  aLetter,
  aPerson,
  aStateCheck,
  aWhy,
  anApproval,
  seedCase,
} from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

describe.each(DIALECTS)('what repositories refuse on %s', (dialect) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(dialect)
  })
  afterAll(() => test.remove())

  const write = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.write(SYSTEM, AT, work)
  const read = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.read(work)

  describe('constraints', () => {
    it.each<
      readonly [
        string,
        string,
        (r: AllRepositories, of: Awaited<ReturnType<typeof seedCase>>) => Promise<unknown>,
      ]
    >([
      [
        'a code twice',
        'ALREADY_EXISTS',
        (r, { complaint }) => r.complaints.insert({ ...complaint, id: randomUUID() }),
      ],
      [
        'an id twice',
        'ALREADY_EXISTS',
        (r, { complaint }) => r.complaints.insert({ ...complaint, code: 'KN-2026-0009' }),
      ],
      [
        'an unknown assignee',
        'NOT_FOUND',
        (r, { complaint }) => r.complaints.update({ ...complaint, assigneeId: randomUUID() }),
      ],
      [
        'a status nobody knows',
        'INVALID_INPUT',
        (r, { complaint }) => r.complaints.update({ ...complaint, status: 'lost' as 'open' }),
      ],
      [
        'a day in another format',
        'INVALID_INPUT',
        (r, { complaint }) => r.complaints.update({ ...complaint, dueOn: '22/12/26' }),
      ],
      [
        'a complaint as its own duplicate',
        'INVALID_INPUT',
        (r, { complaint }) => r.complaints.update({ ...complaint, duplicateOfId: complaint.id }),
      ],
      ['a record of no case', 'NOT_FOUND', (r) => r.whys.insert(aWhy(randomUUID()))],
      [
        'a username twice',
        'ALREADY_EXISTS',
        (r, { person }) => r.people.insert(aPerson({ username: person.username })),
      ],
      [
        'the same half-cell twice',
        'ALREADY_EXISTS',
        async (r, { person, complaint }) => {
          await r.stateChecks.insert(aStateCheck(complaint.id, person.id))
          await r.stateChecks.insert(aStateCheck(complaint.id, person.id))
        },
      ],
      [
        'the same letter number in one year',
        'ALREADY_EXISTS',
        async (r, { person, complaint }) => {
          const number = `9/${complaint.id}`
          await r.letters.insert(
            aLetter(complaint.id, person.id, { number, issuedOn: '2026-01-02' }),
          )
          await r.letters.insert(
            aLetter(complaint.id, person.id, { number, issuedOn: '2026-12-30' }),
          )
        },
      ],
      [
        'an approval by the one who asked',
        'INVALID_INPUT',
        (r, { person }) =>
          r.approvals.insert(anApproval(person.id, { state: 'approved', decidedBy: person.id })),
      ],
    ])('refuse %s', async (_what, code, work) => {
      const seeded = await write((r) => seedCase(r))
      await expect(write((r) => work(r, seeded))).rejects.toMatchObject({ code })
      expect(await read((r) => r.complaints.find(seeded.complaint.id))).toEqual(seeded.complaint)
    })

    it('allow a letter number again in another year', async () => {
      const { person, complaint } = await write((r) => seedCase(r))
      const number = `9/${complaint.id}`
      await write(async (r) => {
        await r.letters.insert(aLetter(complaint.id, person.id, { number, issuedOn: '2026-12-31' }))
        await r.letters.insert(aLetter(complaint.id, person.id, { number, issuedOn: '2027-01-01' }))
      })
      expect(await read((r) => r.letters.ofComplaint(complaint.id))).toHaveLength(2)
    })

    it('keep an issued letter as it is', async () => {
      const { person, complaint } = await write((r) => seedCase(r))
      const letter = aLetter(complaint.id, person.id, { state: 'issued' })
      await write((r) => r.letters.insert(letter))
      await expect(write((r) => r.letters.update({ ...letter, language: 'en' }))).rejects.toThrow()
      await expect(write((r) => r.letters.remove(letter.id, 1))).rejects.toThrow()
      expect(await read((r) => r.letters.find(letter.id))).toEqual(letter)
    })
  })

  describe('a version that is no longer current', () => {
    it('is refused with the current one, and nothing is written', async () => {
      const { complaint } = await write((r) => seedCase(r))
      await write((r) => r.complaints.update({ ...complaint, subject: 'một' }))
      const conflict = {
        code: 'CONFLICT',
        issues: [{ path: 'version', code: 'STALE_VERSION', params: { current: 2 } }],
      }
      // Another field of a stale row would silently take the first change back.
      await expect(
        write((r) => r.complaints.update({ ...complaint, severity: 'low' })),
      ).rejects.toMatchObject(conflict)
      expect(await read((r) => r.complaints.find(complaint.id))).toMatchObject({
        subject: 'một',
        severity: 'medium',
        version: 2,
      })
      const why = aWhy(complaint.id)
      await write((r) => r.whys.insert(why))
      await write((r) => r.whys.update(why))
      await expect(write((r) => r.whys.remove(why.id, 1))).rejects.toMatchObject(conflict)
      await write((r) => r.whys.remove(why.id, 2))
      await expect(write((r) => r.whys.remove(why.id, 2))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    })

    it('lets each of 20 writers in, one after the other', async () => {
      const { complaint } = await write((r) => seedCase(r, { subject: '0' }))
      const addOne = async (): Promise<number> => {
        for (let conflicts = 0; ; conflicts += 1) {
          const seen = await read((r) => r.complaints.find(complaint.id))
          try {
            await write((r) =>
              r.complaints.update({ ...seen!, subject: String(Number(seen!.subject) + 1) }),
            )
            return conflicts
          } catch (error) {
            if ((error as { code?: string }).code !== 'CONFLICT') throw error
          }
        }
      }
      const conflicts = await Promise.all(Array.from({ length: 20 }, addOne))
      expect(await read((r) => r.complaints.find(complaint.id))).toMatchObject({
        subject: '20',
        version: 21,
      })
      expect(conflicts.some((count) => count > 0)).toBe(true)
    })
  })
})
