import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

import type { PersonName } from '#core/people/model.ts'
import { call } from '../api.ts'

/** Whose name stands behind an id. */
export const useNames = defineStore('names', () => {
  const people = shallowRef<readonly PersonName[]>([])
  const byId = computed(() => new Map(people.value.map((person) => [person.id, person])))

  async function load(): Promise<void> {
    people.value = await call('people.names', {})
  }

  /** The person's full name; empty for nobody and for an id not (yet) known. */
  function nameOf(id: string | null): string {
    return id === null ? '' : (byId.value.get(id)?.fullName ?? '')
  }

  function clear(): void {
    people.value = []
  }

  return { people, byId, load, nameOf, clear }
})
