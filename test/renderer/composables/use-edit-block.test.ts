// @vitest-environment happy-dom
import { nextTick, reactive, ref } from 'vue'
import { describe, expect, it } from 'vitest'

import { ApiError } from '#renderer/api.ts'
import { useEditBlock } from '#renderer/composables/use-edit-block.ts'

/** A record with two blocks and one version, as the core keeps it; a stale version is refused. */
function record() {
  const row = ref({ version: 1, subject: 'Lộ số điện thoại', wanted: 'Xin lỗi' })
  const shown = ref(row.value)
  const form = reactive({ subject: '' })
  const undos: (() => Promise<unknown>)[] = []
  const block = useEditBlock(form, {
    draft: null,
    stored: () => ({ subject: shown.value.subject }),
    save: async ({ subject }) => {
      if (shown.value.version !== row.value.version) throw new ApiError({ code: 'CONFLICT' })
      row.value = { ...row.value, subject, version: row.value.version + 1 }
      shown.value = row.value
    },
    refresh: async () => {
      shown.value = row.value
    },
    saved: (_answer, undo) => undos.push(undo),
  })
  const other = (change: object): void => {
    row.value = { ...row.value, ...change, version: row.value.version + 1 }
  }
  return { row, shown, form, block, undos, other }
}

describe('useEditBlock', () => {
  it('stores what was typed and can take it back', async () => {
    const { row, form, block, undos } = record()
    block.start()
    form.subject = 'Lộ địa chỉ'
    expect(await block.save()).toBe(true)
    expect(row.value.subject).toBe('Lộ địa chỉ')
    expect(block.editing.value).toBe(false)
    await undos[0]?.()
    expect(row.value.subject).toBe('Lộ số điện thoại')
  })

  it('does not mistake a change of another block for a conflict', async () => {
    const { row, form, block, other } = record()
    block.start()
    form.subject = 'Lộ địa chỉ'
    other({ wanted: 'Bồi thường' })
    expect(await block.save()).toBe(true)
    expect(row.value).toMatchObject({ subject: 'Lộ địa chỉ', wanted: 'Bồi thường' })
  })

  it('keeps what was typed beside what somebody else stored in the same block', async () => {
    const { row, form, block, other } = record()
    block.start()
    form.subject = 'Của tôi'
    other({ subject: 'Của họ' })
    expect(await block.save()).toBe(false)
    expect(form.subject).toBe('Của tôi')
    expect(row.value.subject).toBe('Của họ')
    expect(block.disputed.value).toBe(true)
    // Saving again, with both in sight, is a decision.
    expect(await block.save()).toBe(true)
    expect(row.value.subject).toBe('Của tôi')
  })

  it('shows a change that arrives while typing, and leaves the typing alone', async () => {
    const { row, shown, form, block, other } = record()
    block.start()
    form.subject = 'Đang gõ'
    other({ subject: 'Của họ' })
    shown.value = row.value
    await nextTick()
    expect(form.subject).toBe('Đang gõ')
    expect(block.disputed.value).toBe(true)
    block.takeStored()
    expect(form.subject).toBe('Của họ')
    expect(block.disputed.value).toBe(false)
  })

  it('keeps the form open after any other failure', async () => {
    const form = reactive({ reason: '' })
    const block = useEditBlock(form, {
      draft: null,
      stored: () => ({ reason: '' }),
      save: () => Promise.reject(new ApiError({ code: 'DISK_FULL' })),
      refresh: async () => {},
      saved: () => {},
    })
    block.start()
    form.reason = 'Đã viết dài'
    expect(await block.save()).toBe(false)
    expect(block.editing.value).toBe(true)
    expect(form.reason).toBe('Đã viết dài')
    expect(block.error.value).toMatchObject({ code: 'DISK_FULL' })
  })
})

/** A record with one block of two fields. */
function twoFields() {
  const row = ref({ version: 1, subject: 'Lộ số', wanted: 'Xin lỗi' })
  const shown = ref(row.value)
  const form = reactive({ subject: '', wanted: '' })
  const undos: (() => Promise<unknown>)[] = []
  const block = useEditBlock(form, {
    draft: null,
    stored: () => ({ subject: shown.value.subject, wanted: shown.value.wanted }),
    save: async (typed) => {
      if (shown.value.version !== row.value.version) throw new ApiError({ code: 'CONFLICT' })
      row.value = { ...typed, version: row.value.version + 1 }
      shown.value = row.value
    },
    refresh: async () => {
      shown.value = row.value
    },
    saved: (_answer, undo) => undos.push(undo),
  })
  const other = (change: Partial<{ subject: string; wanted: string }>): void => {
    row.value = { ...row.value, ...change, version: row.value.version + 1 }
  }
  return { row, shown, form, block, undos, other }
}

describe('a block whose fields two people change', () => {
  it('writes only what was changed here, over what only the other changed', async () => {
    const { row, form, block, other } = twoFields()
    block.start()
    form.subject = 'Của tôi'
    other({ wanted: 'Bồi thường' })
    expect(await block.save()).toBe(true)
    expect(row.value).toMatchObject({ subject: 'Của tôi', wanted: 'Bồi thường' })
  })

  it('names what it followed, and shows both where both changed the same', async () => {
    const { row, shown, form, block, other } = twoFields()
    block.start()
    form.subject = 'Của tôi'
    other({ subject: 'Của họ', wanted: 'Bồi thường' })
    shown.value = row.value
    await nextTick()
    expect([form.wanted, block.followed.value]).toEqual(['Bồi thường', ['wanted']])
    expect(block.disputes.value).toEqual([{ field: 'subject', theirs: 'Của họ', mine: 'Của tôi' }])
    block.takeStored('subject')
    expect([form.subject, block.disputed.value]).toEqual(['Của họ', false])
  })

  it('takes back its own change and not that of the other after it', async () => {
    const { row, shown, form, block, undos, other } = twoFields()
    block.start()
    form.subject = 'Của tôi'
    await block.save()
    other({ wanted: 'Bồi thường' })
    shown.value = row.value
    await undos[0]?.()
    expect(row.value).toMatchObject({ subject: 'Lộ số', wanted: 'Bồi thường' })
  })

  it('takes back its own change and not that of the other before it', async () => {
    const { row, form, block, undos, other } = twoFields()
    block.start()
    form.subject = 'Của tôi'
    other({ wanted: 'Bồi thường' })
    await block.save()
    await undos[0]?.()
    expect(row.value).toMatchObject({ subject: 'Lộ số', wanted: 'Bồi thường' })
  })

  it('still shows both when the other stores something else of the block after that', async () => {
    const { row, shown, form, block, other } = twoFields()
    block.start()
    form.subject = 'Của tôi'
    other({ subject: 'Của họ' })
    shown.value = row.value
    await nextTick()
    other({ wanted: 'Bồi thường' })
    shown.value = row.value
    await nextTick()
    expect(block.disputes.value.map(({ field }) => field)).toEqual(['subject'])
    form.subject = 'Của họ'
    other({ wanted: 'Thôi' })
    shown.value = row.value
    await nextTick()
    expect(block.disputed.value).toBe(false)
  })
})
