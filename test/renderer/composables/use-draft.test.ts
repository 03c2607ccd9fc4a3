// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'

import { restoreFields } from '#renderer/composables/use-draft.ts'

describe('putting a draft back into its form', () => {
  it('restores fields and nested fields the form still has', () => {
    const form = {
      subject: '',
      complainant: { fullName: '', email: null as string | null },
      tags: [],
    }
    const saved = {
      subject: 'Lộ số',
      complainant: { fullName: 'Hoà', email: 'a@b.vn' },
      tags: ['x'],
    }
    expect(restoreFields(form, JSON.stringify(saved))).toBe(true)
    expect(form).toEqual(saved)
  })

  it('restores what is kept under names of its own, as the texts of many places are', () => {
    const form = { typed: {} }
    const saved = { typed: { 'L1//opening': { vi: 'Kính gửi', en: 'Dear' } } }
    expect(restoreFields(form, JSON.stringify(saved))).toBe(true)
    expect(form).toEqual(saved)
  })

  it('leaves alone what the form no longer has, or now keeps in another kind of value', () => {
    const form = { subject: 'giữ', count: 1, list: ['giữ'] }
    const saved = { subject: 5, count: 'x', list: { a: 1 }, gone: true }
    expect(restoreFields(form, JSON.stringify(saved))).toBe(false)
    expect(form).toEqual({ subject: 'giữ', count: 1, list: ['giữ'] })
  })

  it.each(['', 'không phải JSON', '[]', '"text"', 'null', '{"__proto__":{"polluted":true}}'])(
    'survives a draft that reads %j',
    (body) => {
      const form = { subject: 'giữ' }
      expect(restoreFields(form, body)).toBe(false)
      expect(form).toEqual({ subject: 'giữ' })
      expect('polluted' in {}).toBe(false)
    },
  )
})
