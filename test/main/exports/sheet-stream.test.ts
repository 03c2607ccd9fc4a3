import { setImmediate } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import type { Cell } from '#core/figures/cell.ts'
import { sheetFile } from '#main/exports/sheet-stream.ts'

const SHEET_PATH = 'xl/worksheets/sheet1.xml'

/** One file of a zip, by its local header: sizes stand in the directory at the end. */
function entry(bytes: Uint8Array, name: string): string {
  const zip = Buffer.from(bytes)
  for (
    let at = zip.indexOf('PK\u0001\u0002');
    at >= 0;
    at = zip.indexOf('PK\u0001\u0002', at + 4)
  ) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    return inflateRawSync(zip.subarray(from, from + zip.readUInt32LE(at + 20))).toString('utf8')
  }
  throw new Error(`no ${name} in the archive`)
}

async function sheetOf(pages: readonly (readonly (readonly Cell[])[])[]): Promise<string> {
  const bytes = await sheetFile({
    ...{ name: 'Sổ [thử]: 1', above: ['Sổ', 'Kỳ'], heads: ['A', 'B'] },
    pages: (async function* () {
      for (const page of pages) yield await Promise.resolve(page)
    })(),
    below: () => ['hết'],
  })
  return entry(bytes, SHEET_PATH)
}

describe('a sheet written while it is read', () => {
  it('has its head, its rows in order, numbers as numbers, and its end', async () => {
    const xml = await sheetOf([[['một', 1]], [], [['', -2.5]]])
    const told = [...xml.matchAll(/<t [^>]*>([^<]*)<\/t>|<v>([^<]*)<\/v>/gu)].map(
      ([, text, number]) => text ?? number,
    )
    expect(told).toEqual(['Sổ', 'Kỳ', 'A', 'B', 'một', '1', '-2.5', 'hết'])
  })

  it('has days as dates, to be sorted and filtered by', async () => {
    // Serial numbers as Excel counts them (day 1 is 01/01/1900, and 1900 has a 29 February there).
    const xml = await sheetOf([[[{ day: '2026-11-05' }, { day: '1900-03-01' }]]])
    expect(xml).toContain('<c s="2"><v>46331</v></c><c s="2"><v>61</v></c>')
  })

  it.each([
    ['=1+1', '=1+1'],
    ['<b>&"', '&lt;b&gt;&amp;&quot;'],
    ['\u0000a\ud800', 'a\ufffd'],
    [' hai\ndòng ', ' hai\ndòng '],
    ['x'.repeat(40_000), 'x'.repeat(32_767)],
  ])('keeps %j as text, never a formula', async (text, kept) => {
    const xml = await sheetOf([[[text]]])
    expect(xml).toContain(`t="inlineStr"><is><t xml:space="preserve">${kept}</t>`)
    expect(xml).not.toContain('<f>')
  })

  it('of 50,000 rows leaves a turn to others after each page', async () => {
    const pages = 100
    let turns = 0
    let reading = true
    async function watch(): Promise<void> {
      while (reading) {
        await setImmediate()
        turns += 1
      }
    }
    const watching = watch()
    const bytes = await sheetFile({
      ...{ name: 'Sổ', above: ['Sổ'], heads: ['A'], below: () => [] },
      pages: (async function* () {
        for (let page = 0; page < pages; page += 1) {
          yield await Promise.resolve(Array.from({ length: 500 }, (_, at) => [`${page}.${at}`]))
        }
      })(),
    })
    reading = false
    await watching
    expect(turns).toBeGreaterThanOrEqual(pages)
    expect(entry(bytes, SHEET_PATH).match(/<row>/gu)).toHaveLength(50_000 + 4)
  })

  it('raises what reading its rows raised', async () => {
    const failing = sheetFile({
      ...{ name: 'Sổ', above: ['Sổ'], heads: ['A'], below: () => [] },
      pages: (async function* () {
        yield await Promise.resolve([['a']])
        throw new Error('gone')
      })(),
    })
    await expect(failing).rejects.toThrow('gone')
  })
})
