import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const script = fileURLToPath(new URL('fixtures/print-deadlines.ts', import.meta.url))

function printedUnder(zone: string): { hour: number; facts: unknown } {
  const env = { ...process.env, TZ: zone }
  return JSON.parse(execFileSync(process.execPath, [script], { env, encoding: 'utf8' }))
}

it('reckons in Vietnam whatever zone the machine is set to', () => {
  const hanoi = printedUnder('Asia/Ho_Chi_Minh')
  const newYork = printedUnder('America/New_York')
  const kiritimati = printedUnder('Pacific/Kiritimati')
  // The zones really differ in the three processes; otherwise the comparison would prove nothing.
  expect([hanoi.hour, newYork.hour, kiritimati.hour]).toEqual([7, 19, 14])
  expect(newYork.facts).toEqual(hanoi.facts)
  expect(kiritimati.facts).toEqual(hanoi.facts)
  expect(hanoi.facts).toMatchObject({
    walls: [
      ['2026-10-22', '23:59'],
      ['2026-10-25', '00:00'],
      ['2026-03-08', '13:59'],
      ['2026-11-01', '12:30'],
      ['2027-01-05', '08:00'],
      ['2030-01-01', '06:59'],
    ],
  })
})
