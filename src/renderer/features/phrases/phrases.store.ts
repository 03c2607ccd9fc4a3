import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'

import { faultsOfPhrase } from '#core/phrases/faults.ts'
import { ownText, shippedText } from '#core/phrases/lookup.ts'
import type { HousePhrase, PhraseSlot } from '#core/phrases/model.ts'
import type { Issue } from '#core/kernel/errors.ts'
import type { Bilingual } from '#core/taxonomies/term.ts'
import { call } from '#renderer/api.ts'

/** The board's wording as stored, and what is being typed over it, by slot. */
export const usePhrases = defineStore('phrases', () => {
  const phrases = shallowRef<readonly HousePhrase[]>([])
  const loaded = ref(false)
  /** What was typed and not stored yet; waits here when another slot is looked at. */
  const typed = ref<Record<string, { vi: string; en: string }>>({})

  async function load(): Promise<void> {
    phrases.value = await call('phrases.list', {})
    loaded.value = true
  }

  /** The newest version the board stored of exactly this slot; 0 for none. */
  function versionOf(slot: PhraseSlot): number {
    return find(slot)?.version ?? 0
  }

  function find(slot: PhraseSlot): HousePhrase | undefined {
    return phrases.value.find(
      (each) => each.kind === slot.kind && each.variant === slot.variant && each.part === slot.part,
    )
  }

  /** What letters use for this slot now, and whose words they are. */
  function standing(slot: PhraseSlot): Readonly<{ text: Bilingual; origin: Origin }> {
    const own = ownText(phrases.value, slot)
    if (own !== null) return { text: own, origin: 'own' }
    const shipped = shippedText(slot)
    if (shipped !== null) return { text: shipped, origin: 'shipped' }
    const common = { ...slot, variant: '' }
    const inherited = ownText(phrases.value, common) ?? shippedText(common) ?? { vi: '', en: '' }
    return { text: inherited, origin: 'inherited' }
  }

  /** Typed texts that differ from what stands; null when nothing does. */
  function edits(slot: PhraseSlot): Readonly<{ vi: string; en: string }> | null {
    const mine = typed.value[keyOf(slot)]
    if (mine === undefined) return null
    const { text } = standing(slot)
    return mine.vi === text.vi && mine.en === text.en ? null : mine
  }

  function type(slot: PhraseSlot, language: 'vi' | 'en', text: string): void {
    const current = typed.value[keyOf(slot)] ?? standing(slot).text
    typed.value[keyOf(slot)] = { vi: current.vi, en: current.en, [language]: text }
  }

  function forget(slot: PhraseSlot): void {
    Reflect.deleteProperty(typed.value, keyOf(slot))
  }

  function faults(slot: PhraseSlot): readonly Issue[] {
    const mine = edits(slot)
    return mine === null ? [] : faultsOfPhrase(slot, mine)
  }

  /** Stores a wording over the version that was seen. Raises `CONFLICT` when another came first. */
  async function save(
    slot: PhraseSlot,
    version: number,
    texts: Readonly<{ vi: string; en: string }>,
  ): Promise<void> {
    const { kind, variant, part } = slot
    await call('phrases.save', { kind, variant, part, version, vi: texts.vi, en: texts.en })
    forget(slot)
    await load()
  }

  /** Gives the slot back to the shipped wording. */
  async function reset({ kind, variant, part }: PhraseSlot, version: number): Promise<void> {
    await call('phrases.reset', { kind, variant, part, version })
    forget({ kind, variant, part })
    await load()
  }

  function history({ kind, variant, part }: PhraseSlot): Promise<readonly HousePhrase[]> {
    return call('phrases.history', { kind, variant, part })
  }

  return {
    phrases,
    loaded,
    typed,
    load,
    versionOf,
    standing,
    edits,
    type,
    forget,
    faults,
    save,
    reset,
    history,
  }
})

/** Whose words a slot shows: the board's, the program's, or those all variants share. */
export type Origin = 'own' | 'shipped' | 'inherited'

/** A slot's name among others, in this window only. */
export function keyOf({ kind, variant, part }: PhraseSlot): string {
  return `${kind}/${variant}/${part}`
}
