import { afterAll } from 'vitest'
import { endings } from './endings.ts'

// Of a file that went before nothing is left: whatever it watched or found is its own.
afterAll(() => {
  for (const end of endings) end()
})
