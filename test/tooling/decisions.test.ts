import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const folder = resolve(import.meta.dirname, '../../docs/adr')
const names = readdirSync(folder).toSorted()

it('decisions are numbered from 1 on, without a gap', () => {
  const numbers = names.map((name) => Number(/^(\d{4})-[a-z\d-]+\.md$/u.exec(name)?.[1]))
  expect(numbers).toEqual(names.map((_, at) => at + 1))
})

it.each(names)('%s has its number in its title, and says since when it holds', (name) => {
  const [title = '', , status = ''] = readFileSync(join(folder, name), 'utf8').split('\n')
  expect(title).toMatch(new RegExp(`^# ${String(Number(name.slice(0, 4)))}\\. \\S`, 'u'))
  expect(status).toMatch(/^(?:Accepted on \d{4}-\d{2}-\d{2}|Superseded by ADR \d+)\.$/u)
})
