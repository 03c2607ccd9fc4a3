import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PhraseSlot } from '#core/phrases/model.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { ENGINES, PERSON_KEYS, startBoard, type TestApp } from '#test/setup/app.ts'
import { takeComplaint } from '#test/setup/case.ts'
import { draftOf, exported, signInAll, STAND_IN, toIssued } from '#test/setup/letters.ts'

const GOOD = { vi: 'Trân trọng, {board}./.', en: 'Yours faithfully, {board}' }

describe.each(ENGINES)('on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startBoard(engine, { options: { workerUrl: STAND_IN } })
  })
  afterAll(async () => {
    expect(app.logs, 'nothing unexpected happened').toEqual([])
    await app.remove()
  })

  const inputOf = (slot: PhraseSlot, version: number, texts = GOOD) => ({
    ...(slot as Omit<InputOf<'phrases.save'>, 'version' | 'vi' | 'en'>),
    ...{ version, ...texts },
  })
  const slotOf = (kind: PhraseSlot['kind'], part: string, variant = ''): PhraseSlot => ({
    ...{ kind, variant, part },
  })
  const save = (slot: PhraseSlot, version: number, texts = GOOD) =>
    app.as('chair').call('phrases.save', inputOf(slot, version, texts))
  const refused = (slot: PhraseSlot, version: number, texts = GOOD) =>
    app.as('chair').refused('phrases.save', inputOf(slot, version, texts))
  const reset = (slot: PhraseSlot, version: number) =>
    app.as('chair').call('phrases.reset', { ...slot, version })
  const history = (slot: PhraseSlot) => app.as('auditor').call('phrases.history', slot)
  const stale = (current: number) => ({
    code: 'CONFLICT',
    issues: [{ path: 'version', code: 'STALE_VERSION', params: { current } }],
  })

  it.each([
    [
      'a field there is none of',
      { ...GOOD, vi: 'Dòng một\nGửi {recipient} và {ngườiNhận}' },
      {
        path: 'vi',
        code: 'PHRASE_FIELD_UNKNOWN',
        params: { line: 2, column: 20, field: 'ngườiNhận' },
      },
    ],
    [
      'a field that tells a stranger what the complainant told',
      { ...GOOD, en: 'About {narrative}' },
      {
        path: 'en',
        code: 'PHRASE_FIELD_UNKNOWN',
        params: { line: 1, column: 7, field: 'narrative' },
      },
    ],
    [
      'a lone brace',
      { ...GOOD, en: 'See {board' },
      { path: 'en', code: 'PHRASE_BRACE', params: { line: 1, column: 5, brace: '{' } },
    ],
    ['no Vietnamese', { ...GOOD, vi: ' \n' }, { path: 'vi', code: 'PHRASE_EMPTY' }],
    ['no English', { ...GOOD, en: '' }, { path: 'en', code: 'PHRASE_EMPTY' }],
  ])('is refused with %s, at its place', async (_what, texts, issue) => {
    const slot = slotOf('L8', 'close')
    expect(await refused(slot, 0, texts)).toEqual({ code: 'INVALID_INPUT', issues: [issue] })
    expect(await history(slot)).toEqual([])
  })

  it('names every fault of both languages at once', async () => {
    const texts = { vi: '}', en: '' }
    expect((await refused(slotOf('L1', 'close'), 0, texts)).issues).toHaveLength(2)
  })

  it.each([
    ['part', slotOf('L1', 'elsewhere'), { path: 'part', code: 'PART_UNKNOWN' }],
    ['part', slotOf('L1', 'constructor'), { path: 'part', code: 'PART_UNKNOWN' }],
    ['variant', slotOf('L1', 'close', 'upheld'), { path: 'variant', code: 'VARIANT_UNKNOWN' }],
    ['variant', slotOf('L4', 'close', '__proto__'), { path: 'variant', code: 'VARIANT_UNKNOWN' }],
  ])('is refused for a %s no letter has', async (_what, slot, issue) => {
    const error = { code: 'INVALID_INPUT', issues: [issue] }
    expect(await refused(slot, 0)).toEqual(error)
    expect(await app.as('chair').refused('phrases.reset', { ...slot, version: 1 })).toEqual(error)
  })

  it('is the chair’s alone', async () => {
    const slot = slotOf('L2', 'close')
    for (const key of PERSON_KEYS.filter((each) => each !== 'chair')) {
      expect((await app.as(key).refused('phrases.save', inputOf(slot, 0))).code).toBe('FORBIDDEN')
      const back = { ...slot, version: 1 }
      expect((await app.as(key).refused('phrases.reset', back)).code, key).toBe('FORBIDDEN')
      expect(await app.as(key).call('phrases.list', {}), key).toEqual([])
    }
  })

  it('grows by versions, newest first, and goes back to what was shipped', async () => {
    const slot = slotOf('L3', 'close')
    const first = await save(slot, 0)
    const second = await save(slot, 1, { vi: 'Hai', en: 'Two' })
    expect(await refused(slot, 1)).toEqual(stale(2))
    const third = await reset(slot, 2)
    expect([first.version, second.version, third.version]).toEqual([1, 2, 3])
    expect(third).toMatchObject({ vi: null, en: null, authorId: app.ids.chair })
    expect(await history(slot)).toEqual([third, second, first])
    expect(await app.as('intake').call('phrases.list', {})).toContainEqual(third)
    expect(await app.as('chair').refused('phrases.reset', { ...slot, version: 2 })).toEqual(
      stale(3),
    )
    expect((await save(slot, 3)).version).toBe(4)
  })

  it('of one version there is one, when it is worded at two windows at the same moment', async () => {
    await app.signIn('chair', 'other')
    for (const part of ['opening', 'close', 'contact']) {
      const slot = slotOf('L5', part)
      const results = await Promise.all(
        ['chair', 'other', 'chair', 'other'].map((name) =>
          app.window(name).ask('phrases.save', inputOf(slot, 0)),
        ),
      )
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      for (const result of results.flatMap((each) => (each.ok ? [] : [each.error]))) {
        expect(result, part).toEqual(stale(1))
      }
      expect(await history(slot)).toHaveLength(1)
    }
  })

  it.each([
    ['vi', 'Trân trọng, Ban quản trị website./.'],
    ['en', 'Yours faithfully, Website Management Board'],
  ] as const)(
    'is what the next letter says, in %s; one in work keeps its words',
    async (language, words) => {
      const slot = slotOf('L1', 'close')
      const draft = async () => {
        const { id } = await takeComplaint(app)
        return draftOf(app, id, 'L1', { variant: 'received', language })
      }
      const textOf = (letter: Awaited<ReturnType<typeof draft>>) =>
        letter.parts.find(({ key }) => key === 'close')?.text
      const before = await draft()
      const seen = (await history(slot))[0]?.version ?? 0
      await save(slot, seen)
      expect(textOf(await draft())).toBe(words)
      const inWork = (await app.as('chair').call('letters.get', { id: before.id })).letter
      expect(textOf(inWork)).toBe(textOf(before))
      expect(textOf(before)).not.toBe(words)
      const issued = await toIssued(app, before)
      const printed = Buffer.from((await exported(app, issued)).bytes).toString('utf8')
      expect(printed).not.toContain(words)
      const kept = (await app.as('chair').call('letters.get', { id: before.id })).letter
      expect(textOf(kept)).toBe(textOf(before))
      await reset(slot, seen + 1)
      expect(textOf(await draft())).toBe(textOf(before))
    },
  )

  it('of one way goes before the wording all share', async () => {
    const { id } = await takeComplaint(app)
    await save(slotOf('L2', 'contact'), 0, { vi: 'Chung', en: 'Common' })
    await save(slotOf('L2', 'contact', 'identity'), 0, { vi: 'Riêng', en: 'Own' })
    const said = async (variant: string) => {
      const letter = await draftOf(app, id, 'L2', { variant })
      const { version } = letter
      await app.as('chair').call('letters.discard', { id: letter.id, version })
      return letter.parts.find(({ key }) => key === 'contact')?.text
    }
    expect([await said('information'), await said('identity')]).toEqual(['Chung', 'Riêng'])
    await reset(slotOf('L2', 'contact', 'identity'), 1)
    expect(await said('identity')).toBe('Chung')
  })

  it('is on record with what it was before, and outlives the program', async () => {
    const slot = slotOf('L6', 'close')
    await save(slot, 0)
    await save(slot, 1, { vi: 'Hai', en: 'Two' })
    const [event] = await app
      .as('auditor')
      .call('audit.list', { personId: app.ids.chair, before: null, limit: 1 })
    expect(event).toMatchObject({
      ...{ action: 'phrase.saved', entity: 'phrase', entityId: 'L6.close', complaintId: null },
      changes: [
        { field: 'vi', from: GOOD.vi, to: 'Hai' },
        { field: 'en', from: GOOD.en, to: 'Two' },
        { field: 'version', from: null, to: 2 },
      ],
    })
    const changed = { type: 'changed', topic: 'phrases', id: 'L6.close' }
    expect(app.events.map((each) => each.event)).toContainEqual(changed)
    await app.restart()
    await signInAll(app)
    expect(await history(slot)).toHaveLength(2)
  })
})
