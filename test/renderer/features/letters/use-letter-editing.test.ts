// @vitest-environment happy-dom
import fc from 'fast-check'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'

import { cleanText } from '#core/kernel/text.ts'
import { aLetter, aPart } from './a-letter.ts'
import type { LetterInput, LetterServer } from './letter-server.ts'
import { letterRooms, settle } from './letter-room.ts'

const core = vi.hoisted(() => ({ server: null as LetterServer | null }))
vi.mock('#renderer/api.ts', async (original) => ({
  ...(await original<object>()),
  call: (route: string, input: LetterInput) =>
    route.startsWith('letters.preview')
      ? Promise.resolve({ superseded: true })
      : core.server?.call(route, input),
}))

const room = letterRooms(core)

describe('writing on a draft', () => {
  it('stores after a pause, and says so', async () => {
    const { server, editing } = await room()
    editing.fields['part:close'] = 'Trân trọng cảm ơn./.'
    await nextTick()
    expect(editing.state.value).toBe('waiting')
    await settle()
    expect(server.text('close')).toBe('Trân trọng cảm ơn./.')
    expect(editing.state.value).toBe('saved')
  })

  it('stores once, however white space is typed', async () => {
    const { server, editing } = await room()
    editing.fields['signatory:name'] = 'Trần  Thị   Lan '
    editing.fields['part:close'] = 'Kính thư  \n\n'
    await settle()
    await settle()
    expect(server.routes.filter((route) => route === 'letters.edit')).toHaveLength(1)
    expect(editing.fields['part:close']).toBe('Kính thư  \n\n')
  })

  it('keeps what is typed while a save is under way, and stores it next', async () => {
    const { server, editing } = await room()
    editing.fields['part:close'] = 'Một'
    server.hold()
    await settle()
    editing.fields['part:close'] = 'Một hai'
    await nextTick()
    server.letGo()
    await settle()
    expect([editing.fields['part:close'], server.text('close')]).toEqual(['Một hai', 'Một hai'])
  })

  it('follows who types back to what stood there before a save under way', async () => {
    const { server, editing } = await room()
    const before = editing.fields['part:close'] ?? ''
    editing.fields['part:close'] = 'Nhầm'
    server.hold()
    await settle()
    editing.fields['part:close'] = before
    await nextTick()
    server.letGo()
    await settle()
    expect([editing.fields['part:close'], server.text('close')]).toEqual([before, before])
  })
})

describe('the particulars', () => {
  it('flow into the parts nobody edited', async () => {
    const { server, editing } = await room()
    editing.fields['particular:asked'] = 'Ảnh tin nhắn'
    await settle()
    expect(server.letter().particulars.asked).toBe('Ảnh tin nhắn')
    expect(editing.fields['part:request']).toBe('information: Ảnh tin nhắn')
    expect(editing.state.value).toBe('saved')
  })

  it('never write over a part that is being typed in, and are no dispute', async () => {
    const { server, editing } = await room()
    editing.fields['particular:asked'] = 'Ảnh'
    server.hold()
    await settle()
    editing.fields['part:request'] = 'Lời của tôi'
    await nextTick()
    server.letGo()
    await settle()
    expect(editing.fields['part:request']).toBe('Lời của tôi')
    expect(server.text('request')).toBe('Lời của tôi')
    expect(editing.disputed.value).toEqual({})
  })

  it('and the texts are stored one after the other, never against each other', async () => {
    const { server, editing } = await room()
    editing.fields['particular:asked'] = 'Ảnh'
    editing.fields['part:close'] = 'Kính thư'
    await settle()
    expect(server.routes.filter((route) => /edit|setParticulars/u.test(route))).toEqual([
      'letters.edit',
      'letters.setParticulars',
    ])
    expect([server.letter().particulars.asked, server.text('close')]).toEqual(['Ảnh', 'Kính thư'])
  })

  it('of another wording come back with that wording', async () => {
    const { server, editing } = await room({ kind: 'L8', variant: 'processor' })
    editing.fields['particular:recipientName'] = 'Sao Mai'
    await settle()
    editing.fields['variant'] = 'firm'
    await settle()
    expect(server.letter().particulars.recipientName).toBe('')
    editing.fields['variant'] = 'processor'
    await settle()
    expect(server.letter().particulars.recipientName).toBe('Sao Mai')
  })

  it('hold up nothing else while one of them is wrong', async () => {
    const { server, editing } = await room({ kind: 'L8', variant: 'processor' })
    editing.fields['particular:recipientEmail'] = 'abc@'
    editing.fields['particular:recipientName'] = 'Sao Mai'
    await settle()
    expect(server.letter().particulars).toMatchObject({
      recipientName: 'Sao Mai',
      recipientEmail: '',
    })
    expect(editing.fields['particular:recipientEmail']).toBe('abc@')
    expect(editing.state.value).toBe('held')
    editing.fields['particular:recipientEmail'] = 'abc@example.com'
    await settle()
    expect(server.letter().particulars.recipientEmail).toBe('abc@example.com')
  })
})

describe('somebody else at the same letter', () => {
  it('changes what is not touched here', async () => {
    const { server, store, editing } = await room()
    server.other('close', 'Của họ')
    await store.refresh()
    await settle()
    expect(editing.fields['part:close']).toBe('Của họ')
  })

  it('is no conflict where the texts differ', async () => {
    const { server, editing } = await room()
    server.other('close', 'Của họ')
    editing.fields['part:subject'] = 'Của tôi'
    await settle()
    expect([server.text('close'), server.text('subject')]).toEqual(['Của họ', 'Của tôi'])
    expect(editing.error.value).toBeNull()
  })

  it('is shown beside what was typed in the same field; the rest is stored', async () => {
    const { server, editing } = await room()
    server.other('close', 'Của họ')
    editing.fields['part:close'] = 'Của tôi'
    editing.fields['part:subject'] = 'Trích yếu mới'
    await settle()
    expect(editing.disputed.value).toEqual({ 'part:close': 'Của họ' })
    expect([server.text('close'), server.text('subject')]).toEqual(['Của họ', 'Trích yếu mới'])
    expect(editing.state.value).toBe('held')
    editing.settle('part:close', 'mine')
    await settle()
    expect(server.text('close')).toBe('Của tôi')
  })

  it('is on the screen when a reading comes back, even one that was overtaken', async () => {
    const { server, store } = await room()
    server.hold()
    const first = store.refresh().then(() => store.letter?.version)
    await nextTick()
    void store.refresh()
    server.other('close', 'Của họ')
    server.letGo()
    await settle()
    expect(await first).toBe(server.letter().version)
  })

  it('is not undone by an answer that was overtaken', async () => {
    const { server, store, editing } = await room()
    const old = structuredClone(server.letter())
    editing.fields['part:close'] = 'Mới'
    await settle()
    await store.keep(Promise.resolve(old))
    await settle()
    expect(editing.fields['part:close']).toBe('Mới')
  })
})

describe('an act on the letter', () => {
  it('waits until what was typed is stored', async () => {
    const { server, store, editing } = await room()
    editing.fields['part:close'] = 'Kính thư'
    const done = editing.after(() => {
      const { id, version } = server.letter()
      return store.send('letters.submit', { id, version })
    })
    await settle()
    expect(await done).toBe(true)
    expect(server.routes.filter((route) => /edit|submit/u.test(route))).toEqual([
      'letters.edit',
      'letters.submit',
    ])
    expect(server.letter().state).toBe('submitted')
  })

  it('is not done past what cannot be stored', async () => {
    const { editing } = await room()
    editing.fields['signatory:authority'] = ''
    const act = vi.fn(() => Promise.resolve())
    const done = editing.after(act)
    await settle()
    expect(await done).toBe(false)
    expect(act).not.toHaveBeenCalled()
  })

  it('is not taken back by a key typed while it was under way; the key is kept', async () => {
    const { server, store, editing, leave } = await room()
    server.hold()
    void editing.after(() => {
      const { id, version } = server.letter()
      return store.send('letters.submit', { id, version })
    })
    await nextTick()
    editing.fields['part:close'] = 'Muộn rồi'
    await vi.advanceTimersByTimeAsync(800)
    server.letGo()
    await settle()
    leave()
    await settle()
    expect(server.letter().state).toBe('submitted')
    expect(server.text('close')).toBe('Trân trọng./.')
    expect([...store.unsent.values()][0]?.fields['part:close']).toBe('Muộn rồi')
  })

  it('composes a part anew without a dispute, and leaves what is typed meanwhile elsewhere', async () => {
    const parts = [aPart('request', 'Viết tay', true), aPart('close', '')]
    const { server, editing } = await room({ parts })
    server.hold()
    const done = editing.recompose('request')
    await nextTick()
    editing.fields['part:close'] = 'Đang viết'
    server.letGo()
    await settle()
    expect(await done).toBe(true)
    expect(editing.fields['part:request']).toBe('information:')
    expect(editing.disputed.value).toEqual({})
    expect(server.text('close')).toBe('Đang viết')
  })
})

describe('leaving', () => {
  it('stores what was typed a moment ago', async () => {
    const { server, editing, leave } = await room()
    editing.fields['part:close'] = 'Vội'
    leave()
    await settle()
    expect(server.text('close')).toBe('Vội')
  })

  it('keeps what could not be stored, beside what others stored meanwhile', async () => {
    const { server, editing, leave, store } = await room()
    editing.fields['part:close'] = 'Của tôi'
    core.server = null
    leave()
    await settle()
    expect(store.unsent.size).toBe(1)
    server.other('close', 'Của họ')
    server.other('subject', 'Trích yếu khác')
    const again = await room({}, server)
    await settle()
    expect(again.editing.fields).toMatchObject({
      'part:close': 'Của tôi',
      'part:subject': 'Trích yếu khác',
    })
    expect(again.editing.disputed.value).toEqual({ 'part:close': 'Của họ' })
  })
})

describe('whatever is typed, stored and answered, in whatever order', () => {
  /** Fields only this window writes in; what the particulars compose is a part of its own. */
  const MINE = ['part:subject', 'part:close', 'particular:asked'] as const
  const step = fc.oneof(
    fc.record({
      does: fc.constant('type' as const),
      field: fc.constantFrom(...MINE),
      text: fc.constantFrom('a', 'b ', '', 'c\n- d'),
    }),
    fc.record({ does: fc.constant('wait' as const), ms: fc.constantFrom(5, 200, 800) }),
    fc.record({ does: fc.constantFrom('hold' as const, 'letGo' as const, 'other' as const) }),
  )

  it('no key is lost, and in the end all is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        setActivePinia(createPinia())
        const { server, editing, leave } = await room({
          parts: [...aLetter().parts, aPart('theirs', 'trước')],
        })
        const typed = new Map<string, string>()
        for (const each of steps) {
          if (each.does === 'type') {
            editing.fields[each.field] = each.text
            typed.set(each.field, each.text)
          } else if (each.does === 'wait') await vi.advanceTimersByTimeAsync(each.ms)
          else if (each.does === 'hold') server.hold()
          else if (each.does === 'letGo') server.letGo()
          else server.other('theirs', `sau ${server.letter().version}`)
          await nextTick()
        }
        server.letGo()
        await settle()
        for (const [field, text] of typed) {
          expect(cleanText(editing.fields[field] ?? '')).toBe(cleanText(text))
          const stored = field.startsWith('part:')
            ? server.text(field.slice('part:'.length))
            : server.letter().particulars.asked
          expect(stored).toBe(cleanText(text))
        }
        expect(editing.state.value).toBe('saved')
        expect(editing.disputed.value).toEqual({})
        leave()
        await settle()
      }),
      { numRuns: 60 },
    )
  })
})
