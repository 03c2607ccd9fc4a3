import { describe, expect, it } from 'vitest'
import { reactive, ref } from 'vue'

import { blankForm } from '#renderer/features/complaints/intake/intake-form.ts'
import { useReceipt } from '#renderer/features/complaints/intake/use-receipt.ts'

function begin() {
  const now = ref('2026-11-22T07:00:00.000Z')
  const form = reactive(blankForm())
  return { form, now, ...useReceipt(form, now) }
}

describe('when a complaint is received', () => {
  it('is now until the first word, and stands still from then on', () => {
    const { form, now, receivedAt } = begin()
    now.value = '2026-11-22T07:10:00.000Z'
    expect(receivedAt.value).toBe('2026-11-22T07:10:00.000Z')
    form.fullName = 'A'
    now.value = '2026-11-22T07:30:00.000Z'
    expect(receivedAt.value).toBe('2026-11-22T07:10:00.000Z')
  })

  it('does not type over the clerk while the field is in use', () => {
    const { now, receivedAt, hold, release } = begin()
    hold()
    now.value = '2026-11-22T07:10:00.000Z'
    expect(receivedAt.value).toBe('2026-11-22T07:00:00.000Z')
    release()
    expect(receivedAt.value).toBe('2026-11-22T07:10:00.000Z')
  })

  it('must be told for what came in writing, before and after the first word', () => {
    const { form, receivedAt, setChannel } = begin()
    setChannel('email')
    expect(receivedAt.value).toBeNull()
    form.fullName = 'A'
    expect(receivedAt.value).toBeNull()
    setChannel('phone')
    expect(receivedAt.value).toBe('2026-11-22T07:00:00.000Z')
    setChannel('post')
    expect(receivedAt.value).toBeNull()
  })

  it('stays as typed whatever the channel becomes', () => {
    const { form, receivedAt, setChannel } = begin()
    receivedAt.value = '2026-11-20T01:00:00.000Z'
    form.fullName = 'A'
    setChannel('email')
    setChannel('phone')
    expect(receivedAt.value).toBe('2026-11-20T01:00:00.000Z')
  })

  it('taken out by hand is missing, not silently now', () => {
    const { form, receivedAt } = begin()
    form.fullName = 'A'
    receivedAt.value = null
    expect(receivedAt.value).toBeNull()
  })
})
