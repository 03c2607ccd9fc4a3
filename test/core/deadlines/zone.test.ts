import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const script = fileURLToPath(new URL('fixtures/print-deadlines.ts', import.meta.url))
const run = promisify(execFile)

async function printedUnder(zone: string): Promise<{ hour: number; facts: unknown }> {
  const { stdout } = await run(process.execPath, [script], { env: { ...process.env, TZ: zone } })
  return JSON.parse(stdout)
}

// Two processes start here: a busy machine needs more than the usual five seconds for that.
it('reckons in Vietnam whatever zone the machine is set to', async () => {
  const [newYork, kiritimati] = await Promise.all([
    printedUnder('America/New_York'),
    printedUnder('Pacific/Kiritimati'),
  ])
  // The zones really differ in the two processes; otherwise the comparison would prove nothing.
  expect([newYork.hour, kiritimati.hour]).toEqual([19, 14])
  expect(newYork.facts).toEqual(kiritimati.facts)
  expect(newYork.facts).toMatchObject({
    walls: [
      ['2026-10-22', '23:59'],
      ['2026-10-25', '00:00'],
      ['2026-03-08', '13:59'],
      ['2026-11-01', '12:30'],
      ['2027-01-05', '08:00'],
      ['2030-01-01', '06:59'],
    ],
    dates: ['2026-11-22', 'ngày 22 tháng 11 năm 2026'],
  })
})
