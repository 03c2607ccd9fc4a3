import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keep } from '#test/setup/promises.ts'
import type { AllRepositories } from '#core/ports/repositories.ts'
import { AT, SYSTEM, aComplaint, aPerson, seedCase } from '#test/setup/records.ts'
import { DIALECTS, openTestStore, type TestStore } from '#test/setup/stores.ts'

/** A promise settled from outside, to hold one transaction open while another one comes. */
function signal(): { readonly reached: Promise<void>; readonly reach: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  return { reached: promise.then(() => undefined), reach: () => resolve(undefined) }
}

describe.each(DIALECTS)('transactions on %s', (dialect) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(dialect)
  })
  afterAll(() => test.remove())

  const write = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.write(SYSTEM, AT, work)
  const read = <Result>(work: (repositories: AllRepositories) => Promise<Result>) =>
    test.store.read(work)

  it('keep what one saved when another one, begun before, rolls back', async () => {
    const [kept, lost] = [aPerson(), aPerson()]
    const firstIsOpen = signal()
    const first = write(async (r) => {
      await r.people.insert(lost)
      firstIsOpen.reach()
      // Long enough for the second one to slip in, if anything let it.
      for (let turn = 0; turn < 20; turn += 1) await r.people.find(lost.id)
      throw new Error('given up')
    })
    await firstIsOpen.reached
    const second = write((r) => r.people.insert(kept))
    await expect(first).rejects.toThrow('given up')
    await second
    expect(await read((r) => r.people.find(kept.id))).toEqual(kept)
    expect(await read((r) => r.people.find(lost.id))).toBeNull()
  })

  it('never show what is not committed', async () => {
    const person = aPerson()
    const written = signal()
    const writing = write(async (r) => {
      await r.people.insert(person)
      written.reach()
      for (let turn = 0; turn < 20; turn += 1) await r.people.find(person.id)
      throw new Error('given up')
    })
    await written.reached
    const seen = read((r) => r.people.find(person.id))
    await expect(writing).rejects.toThrow('given up')
    expect(await seen).toBeNull()
  })

  it('give a reader one view from beginning to end', async () => {
    const { complaint } = await write((r) => seedCase(r, { subject: 'trước' }))
    const begun = signal()
    const reading = read(async (r) => {
      const before = await r.complaints.find(complaint.id)
      begun.reach()
      for (let turn = 0; turn < 20; turn += 1) await r.people.all()
      const after = await r.complaints.find(complaint.id)
      return [before?.subject, after?.subject]
    })
    await begun.reached
    await write((r) => r.complaints.update({ ...complaint, subject: 'sau' }))
    expect(await reading).toEqual(['trước', 'trước'])
  })

  it('count 1000 concurrent increments as 1000', async (context) => {
    const numbers = await Promise.all(
      Array.from({ length: 1_000 }, () => write((r) => r.series.next('count'))),
    )
    expect(new Set(numbers).size).toBe(1_000)
    expect(Math.max(...numbers)).toBe(1_000)
    keep(context, { promise: 'R2', figure: `1000 of 1000 on ${dialect}`, goal: '1000 of 1000' })
  })

  it('give complaints codes without a gap under 200 concurrent creates, some of which fail', async () => {
    const person = aPerson()
    await write((r) => r.people.insert(person))
    const create = (turn: number) =>
      write(async (r) => {
        const number = await r.series.next('KN-2031')
        await r.complaints.insert(aComplaint(person.id, { code: `KN-2031-${number}` }))
        if (turn % 3 === 1) throw new Error('the clerk thought better of it')
        return number
      })
    const results = await Promise.allSettled(Array.from({ length: 200 }, (_, turn) => create(turn)))
    const given = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(given).toHaveLength(133)
    expect(given.sort((one, other) => one - other)).toEqual(given.map((_, index) => index + 1))
  })

  it('let two writers who cross each other both finish', async () => {
    const [one, other] = await write(async (r) => [
      (await seedCase(r, { subject: '0' })).complaint,
      (await seedCase(r, { subject: '0' })).complaint,
    ])
    const addToBoth = (ids: readonly string[]) =>
      write(async (r) => {
        for (const id of ids) {
          const { complaint } = (await r.cases.lock(id))!
          await r.complaints.update({
            ...complaint,
            subject: String(Number(complaint.subject) + 1),
          })
        }
      })
    await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        addToBoth(turn % 2 ? [one.id, other.id] : [other.id, one.id]),
      ),
    )
    for (const { id } of [one, other]) {
      expect(await read((r) => r.complaints.find(id))).toMatchObject({ subject: '10' })
    }
  })

  it('refuse one inside another, whichever way round, and go on working', async () => {
    const inside = /inside another/u
    const { store } = test
    await expect(store.write(SYSTEM, AT, () => write(async () => 1))).rejects.toThrow(inside)
    await expect(store.write(SYSTEM, AT, () => read(async () => 1))).rejects.toThrow(inside)
    await expect(store.read(() => write(async () => 1))).rejects.toThrow(inside)
    await expect(store.read(() => read(async () => 1))).rejects.toThrow(inside)
    await expect(read((r) => r.people.all())).resolves.toBeDefined()
  })

  it('let work that outlives its own transaction begin another', async () => {
    const gone = signal()
    let later: Promise<number> | undefined
    await write(async () => {
      later = gone.reached.then(() => write((r) => r.series.next('later')))
    })
    gone.reach()
    expect(await later).toBe(1)
  })

  it('do not commit when a statement failed and the failure was swallowed', async () => {
    const [person, other] = [aPerson(), aPerson()]
    await write((r) => r.people.insert(person))
    const careless = write(async (r) => {
      await r.people.insert(other)
      await r.people.insert(person).catch(() => undefined)
    })
    await expect(careless).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await read((r) => r.people.find(other.id))).toBeNull()
  })

  it('refuse to change data in a read', async () => {
    const person = aPerson()
    await expect(read((r) => r.people.insert(person))).rejects.toThrow(/read tried to change/u)
    await expect(read((r) => r.series.next('none'))).rejects.toThrow(/read tried to change/u)
    expect(await read((r) => r.people.find(person.id))).toBeNull()
  })

  it('close their repositories when they end', async () => {
    const person = aPerson()
    let kept: AllRepositories | undefined
    await write(async (r) => {
      kept = r
    })
    await expect(kept!.people.insert(person)).rejects.toThrow(/after its unit of work/u)
    await expect(kept!.people.find(person.id)).rejects.toThrow(/after its unit of work/u)
    await expect(kept!.firms.find(person.id)).rejects.toThrow(/after its unit of work/u)
  })

  it('finish what is under way before closing, and refuse what comes after', async () => {
    const person = aPerson()
    const begun = signal()
    const writing = write(async (r) => {
      begun.reach()
      await r.people.insert(person)
    })
    await begun.reached
    const closing = test.store.close()
    await expect(read((r) => r.people.all())).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
    })
    await Promise.all([writing, closing, test.store.close()])
    const again = await test.reopen()
    expect(await again.read((r) => r.people.find(person.id))).toEqual(person)
  })
})
